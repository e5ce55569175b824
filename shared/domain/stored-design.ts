import { z } from 'zod';
import type { CertificateDesign } from './certificate-design.ts';

/** A design as it is worked on; what certificates were issued with are its versions. */
export interface StoredDesign {
  id: string;
  draft: CertificateDesign;
  /** The number of the last version; 0 before the first. */
  version: number;
  changed: boolean;
}

/** What certificates were issued with; it never changes, so that a reprint is the same. */
export interface DesignVersion {
  id: string;
  designId: string;
  version: number;
  design: CertificateDesign;
  at: string;
  by: string;
}

/** How a printer is off, as its calibration sheet showed, and what it prints on. */
export const printerDetails = z.object({
  name: z.string().trim().min(2, '请填写打印机的名称').max(40),
  /** To the right and downwards, in millimetres. */
  dx: z.number().min(-50, '偏移最多 50 毫米').max(50, '偏移最多 50 毫米'),
  dy: z.number().min(-50, '偏移最多 50 毫米').max(50, '偏移最多 50 毫米'),
  scaleX: z.number().min(0.9, '比例应在 0.9 和 1.1 之间').max(1.1, '比例应在 0.9 和 1.1 之间'),
  scaleY: z.number().min(0.9, '比例应在 0.9 和 1.1 之间').max(1.1, '比例应在 0.9 和 1.1 之间'),
});
export interface PrinterProfile extends z.infer<typeof printerDetails> {
  id: string;
}
