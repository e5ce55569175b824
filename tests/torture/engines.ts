/** Chromium's two ways of keeping IndexedDB: it is moving from the first to the second. */
export const engines = {
  leveldb: ['--disable-features=IdbSqliteBackingStore'],
  sqlite: ['--enable-features=IdbSqliteBackingStore'],
} as const;
export type Engine = keyof typeof engines;
