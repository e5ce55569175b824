const mebibyte = 1024 * 1024;

/** What a sheet file may be before it is parsed; a roster of 10,000 people needs a tenth of it. */
export const sheetLimits = {
  fileBytes: 20 * mebibyte,
  inflatedBytes: 50 * mebibyte,
  /** A sheet of text deflates to a tenth; an entry past this many times its packed size is no sheet. */
  inflation: 100,
  inflationFreeBytes: 5 * mebibyte,
  entries: 2000,
  rows: 60_000,
  columns: 200,
  /** Below what a single array may take before V8 ends the whole process (134 million elements, 1 GB). */
  heapMegabytes: 700,
  milliseconds: 30_000,
};
