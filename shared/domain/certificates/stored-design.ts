import { z } from 'zod';
import type { Drafted, Published } from '../base/drafted.ts';
import { oneOf } from '../base/one-of.ts';
import type { CertificateDesign } from './certificate-design.ts';

/** A design as it is worked on; what certificates were issued with are its versions. */
export type StoredDesign = Drafted<CertificateDesign>;

/** What certificates were issued with; it never changes, so that a reprint is the same. */
export interface DesignVersion extends Published {
  designId: string;
  design: CertificateDesign;
}

/** What certificates are printed on: a sheet of their own size, or the upper left of a larger one. */
export const printPapers = { own: '和证书一样大', a4: 'A4', a3: 'A3' } as const;
export const printPaper = oneOf(printPapers);

/** Which edge the paper is turned over where both sides are printed. */
export const paperFlips = { longEdge: '长边翻转', shortEdge: '短边翻转' } as const;
export const paperFlip = oneOf(paperFlips);

/** How a printer is off, as its calibration sheet showed, and what it prints on. */
export const printerDetails = z.object({
  name: z.string().trim().min(2, '请填写打印机的名称').max(40),
  /** To the right and downwards, in millimetres. */
  dx: z.number().min(-50, '偏移最多 50 毫米').max(50, '偏移最多 50 毫米'),
  dy: z.number().min(-50, '偏移最多 50 毫米').max(50, '偏移最多 50 毫米'),
  scaleX: z.number().min(0.9, '比例应在 0.9 和 1.1 之间').max(1.1, '比例应在 0.9 和 1.1 之间'),
  scaleY: z.number().min(0.9, '比例应在 0.9 和 1.1 之间').max(1.1, '比例应在 0.9 和 1.1 之间'),
  paper: printPaper,
  flip: paperFlip,
});
export interface PrinterProfile extends z.infer<typeof printerDetails> {
  id: string;
}
