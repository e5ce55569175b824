/** Each bench prints a ratio against a named alternative measured in the same run. */
const benches: Record<string, () => Promise<void>> = {
  aggregate: async () => (await import('./aggregate.ts')).benchAggregate(),
  certificates: async () => (await import('./certificates/compare.ts')).benchCertificates(),
  ledger: async () => (await import('./ledger.ts')).benchLedger(),
  mark: async () => (await import('./mark.ts')).benchMark(),
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(`用法：npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(1);
}
await bench();
