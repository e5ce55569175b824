import { z } from 'zod';

/** A sheet to be written: lines above the table, then its rows, of which the first is the heading. */
export const writtenSheet = z.object({
  sheet: z.string().max(31),
  above: z.array(z.string()).default([]),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
});
export type WrittenSheet = z.input<typeof writtenSheet>;

/** An .xlsx file to be written, named without its ending. */
export const writtenWorkbook = writtenSheet.extend({
  name: z.string().max(120),
  /** Behind the first. */
  more: z.array(writtenSheet).max(20).default([]),
});
export type WrittenWorkbook = z.input<typeof writtenWorkbook>;
