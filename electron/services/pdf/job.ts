import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { SignInSheet } from '../../../shared/contract/sign-in-sheet.ts';
import type { RefusalMessage } from '../../../shared/refusals/index.ts';
import type { CodedCertificate, DrawnWith } from './certificates/certificates.ts';
import type { MadeVolume } from './volumes/volume.ts';
import type { VolumeWork } from './volumes/volume-work.ts';

/** What the PDF worker is asked to do. */
export type PdfJob =
  /** Certificates follow in lots, until an empty one. */
  | { kind: 'certificates'; path: string; means: DrawnWith }
  | { kind: 'checkCertificates'; certificates: CodedCertificate[]; means: DrawnWith }
  | { kind: 'preview'; certificate: CodedCertificate; means: DrawnWith }
  | { kind: 'signInSheet'; path: string; sheet: SignInSheet }
  | { kind: 'documents'; path: string; documents: PrintedDocument[] }
  | { kind: 'volume'; work: VolumeWork }
  | { kind: 'missingCharacters'; texts: string[] }
  | { kind: 'inspectFont'; bytes: Uint8Array };

export type PdfResult =
  | { pages: number }
  | { missing: string[][] }
  | { characters: number }
  | { volume: MadeVolume }
  | { problemsOfEach: string[][] }
  | { pdf: Uint8Array; problems: string[] };

export type ToPdfWorker =
  | { type: 'start'; id: string; job: PdfJob }
  | { type: 'certificates'; id: string; certificates: CodedCertificate[] }
  | { type: 'cancel'; id: string };
export type FromPdfWorker =
  | { type: 'progress'; id: string; done: number }
  | { type: 'done'; id: string; result: PdfResult }
  | { type: 'failed'; id: string; refusal: RefusalMessage };
