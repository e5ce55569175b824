import { z } from 'zod';
import { civilDate } from '../domain/base/civil-date.ts';

const text = z.string().max(4000);

const column = z.object({
  heading: text,
  /** Of the page's width, in proportion to the other columns. */
  share: z.number().positive(),
  align: z.enum(['left', 'right', 'center']),
});

/** A part of a document, set one below the other over as many pages as it takes. */
const printedBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text }),
  z.object({ kind: z.literal('heading'), text }),
  /** A line at the right edge, as a number. */
  z.object({ kind: z.literal('reference'), text }),
  z.object({ kind: z.literal('paragraph'), text, indented: z.boolean() }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(column).min(1).max(16),
    rows: z.array(z.array(text)),
    /** The last row is the sum of the others. */
    hasTotal: z.boolean(),
  }),
  /** Issuer and date with 50 × 50 mm free for the seal. */
  z.object({ kind: z.literal('seal'), issuer: text, date: text }),
  /** A band across the page, for a poster. */
  z.object({ kind: z.literal('banner'), title: text, subtitle: text }),
  /** A tinted box of labelled lines. */
  z.object({ kind: z.literal('callout'), lines: z.array(z.object({ label: text, text })).min(1) }),
  /** A label to be cut out and stuck on a box or its back: a big number over labelled lines. */
  z.object({ kind: z.literal('label'), title: text, number: text, lines: z.array(text) }),
  /** Ruled lines to write on. */
  z.object({ kind: z.literal('lines'), count: z.number().int().min(1).max(30) }),
  /** Codes to be cut out, each with what it is for. */
  z.object({
    kind: z.literal('slips'),
    title: text,
    subtitle: text,
    note: text,
    codes: z.array(text).min(1),
  }),
  /** Stacked bars, each the whole of its row: how often each value was given. */
  z.object({
    kind: z.literal('bars'),
    /** What the parts are called, from the first at the left. */
    legend: z.array(text).min(1).max(12),
    rows: z.array(z.object({ label: text, parts: z.array(z.number().min(0)), figures: text })),
  }),
  /** Crosses 20 mm from the corners of the paper, and rulers of 100 mm. */
  z.object({ kind: z.literal('calibration') }),
]);
export type PrintedBlock = z.infer<typeof printedBlock>;
export type PrintedTable = Extract<PrintedBlock, { kind: 'table' }>;

/** A document of text and tables for paper: reports, transcripts, inspection files. */
export const printedDocument = z.object({
  /** Also whom a missing character is reported for. */
  title: text,
  author: text,
  footer: text,
  createdOn: civilDate,
  landscape: z.boolean(),
  /** A4 where it is not said; on A3 everything is larger by √2. */
  paper: z.enum(['A4', 'A3']).optional(),
  blocks: z.array(printedBlock).min(1),
});
export type PrintedDocument = z.infer<typeof printedDocument>;
