import { z } from 'zod';
import { certificateSnapshot, certificateStatement } from '../domain/certificates/certificate.ts';
import { certificateDesign } from '../domain/certificates/certificate-design.ts';
import { paperFlip, printPaper } from '../domain/certificates/stored-design.ts';

/** How a printer is off, and what paper it prints on. */
const printPlace = z.object({
  /** To the right and downwards, in millimetres. */
  dx: z.number().min(-50).max(50),
  dy: z.number().min(-50).max(50),
  /** 1 where lengths come out as they are. */
  scaleX: z.number().min(0.9).max(1.1),
  scaleY: z.number().min(0.9).max(1.1),
  paper: printPaper,
  flip: paperFlip,
});
export type PrintPlace = z.infer<typeof printPlace>;

export const rightPlace: PrintPlace = { dx: 0, dy: 0, scaleX: 1, scaleY: 1, paper: 'own', flip: 'longEdge' };

/** A version of a design as certificates name it. */
const namedDesign = z.object({ id: z.uuid(), design: certificateDesign });
export type NamedDesign = z.infer<typeof namedDesign>;

/** What certificates are drawn with beside their snapshots. */
export const drawnWith = z.object({
  /** Every version that one of the certificates was issued with. */
  designs: z.array(namedDesign),
  /** Whether the paper is preprinted: what stands on it is left out. */
  onBlank: z.boolean().default(false),
  place: printPlace.default(rightPlace),
});

export const designsContract = {
  /** A certificate of a design as it will come out, as a PNG, with everything that would not. */
  preview: {
    input: z.object({
      design: certificateDesign,
      certificate: certificateStatement,
      onBlank: z.boolean(),
      /** Of the picture, in pixels. */
      height: z.number().int().min(100).max(2400),
    }),
    output: z.object({ picture: z.instanceof(Uint8Array), problems: z.array(z.string()) }),
  },
  /** What of each certificate would not come out as it is written; empty where all would. */
  check: {
    input: drawnWith.extend({ certificates: z.array(certificateSnapshot).min(1) }),
    output: z.object({ problems: z.array(z.array(z.string())) }),
  },
} as const;
