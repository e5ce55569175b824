import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { SignInSheet } from '../../../shared/contract/sign-in-sheet.ts';
import { defineThread } from '../threads/definition.ts';
import type { Thread } from '../threads/thread.ts';
import type { CertificateFonts, CodedCertificate, DrawnWith } from './certificates/certificates.ts';
import type { MadeVolume } from './volumes/volume.ts';
import type { VolumeWork } from './volumes/volume-work.ts';

/** What is drawn as PDF, or asked of the fonts that it is drawn with. */
export interface PdfTasks {
  /** Certificates come while others are drawn. */
  certificates: {
    input: { path: string; means: DrawnWith };
    item: CodedCertificate;
    output: { pages: number };
  };
  checkCertificates: {
    input: { certificates: CodedCertificate[]; means: DrawnWith };
    output: { problems: string[][] };
  };
  preview: {
    input: { certificate: CodedCertificate; means: DrawnWith };
    output: { pdf: Uint8Array; problems: string[] };
  };
  signInSheet: { input: { path: string; sheet: SignInSheet }; output: { pages: number } };
  documents: { input: { path: string; documents: PrintedDocument[] }; output: { pages: number } };
  volume: { input: VolumeWork; output: MadeVolume };
  /** Of each text, the characters that no font has. */
  missingCharacters: { input: { texts: string[] }; output: { missing: string[][] } };
  /** How many characters a font has. */
  inspectFont: { input: { bytes: Uint8Array }; output: { characters: number } };
}

/** Fonts are parsed once a worker, so all share one that is kept. */
const shared = { worker: 'shared' } as const;

export const pdfThread = defineThread<PdfTasks, CertificateFonts>({
  title: '制作 PDF',
  rules: {
    // A thousand certificates, as the coder makes its lots.
    certificates: { ...shared, lotsAhead: 5 },
    checkCertificates: shared,
    preview: shared,
    signInSheet: shared,
    documents: shared,
    volume: shared,
    missingCharacters: shared,
    // Somebody's file, parsed before anybody knows what it is: it must not keep others from printing.
    inspectFont: {
      worker: 'alone',
      heapMegabytes: 512,
      milliseconds: 30_000,
      atOnce: 1,
      keptMilliseconds: 0,
    },
  },
});

export type PdfThread = Thread<PdfTasks, CertificateFonts>;
