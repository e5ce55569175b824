const mebibyte = 1024 * 1024;

/** What a sheet file may hold before it is parsed; a roster of 10,000 people needs a tenth of it. */
export const sheetLimits = {
  inflatedBytes: 50 * mebibyte,
  /** A sheet of text deflates to a tenth; an entry past this many times its packed size is no sheet. */
  inflation: 100,
  inflationFreeBytes: 5 * mebibyte,
  entries: 2000,
  rows: 60_000,
  columns: 200,
};
