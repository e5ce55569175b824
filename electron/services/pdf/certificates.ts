import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { drawCertificate, drawCode, drawFixed } from './certificate-layout.ts';
import { a4Landscape, type FontPaths, InkDocument } from './ink.ts';
import { type PageProgress, writePdf } from './write-pdf.ts';

/** A certificate with the text of its QR code; null for one issued before there were codes. */
export interface CodedCertificate {
  snapshot: CertificateSnapshot;
  code: string | null;
}

const printedFields = [
  'baseName',
  'approvalNumber',
  'learnerName',
  'employerName',
  'classNumber',
  'classTitle',
  'number',
  'documentNumber',
] as const;

function textsOf(snapshot: CertificateSnapshot): string {
  return printedFields.map((field) => snapshot[field]).join('');
}

/** The characters of a text that the font lacks, each once. */
export function missingIn(document: InkDocument, text: string): string[] {
  return [...new Set(text)].filter((character) => document.regular.lacks(character));
}

/**
 * Writes certificates as one PDF, a page each. The creation date is the first issue date, so a
 * reprint of the same snapshots is the same file, byte for byte.
 * @throws Refusal missingCharacters with the name and the characters, before anything is written
 */
export async function writeCertificates(
  path: string,
  fonts: FontPaths,
  certificates: readonly CodedCertificate[],
  progress: PageProgress,
): Promise<number> {
  const first = certificates[0]?.snapshot;
  const document = new InkDocument(fonts, a4Landscape, {
    title: first?.classTitle ?? '',
    author: first?.baseName ?? '',
    createdAt: new Date(`${first?.issueDate ?? '2017-02-01'}T00:00:00+08:00`),
  });
  for (const { snapshot } of certificates) {
    const characters = missingIn(document, textsOf(snapshot));
    if (characters.length > 0) {
      throw refusal('missingCharacters', { name: snapshot.learnerName, characters: characters.join('') });
    }
  }
  const fixedByBase = new Map<string, ReturnType<InkDocument['fixed']>>();
  const draw = ({ snapshot, code }: CodedCertificate) => {
    const fixed =
      fixedByBase.get(snapshot.baseName) ?? document.fixed(drawFixed(document, snapshot.baseName));
    fixedByBase.set(snapshot.baseName, fixed);
    const ink = drawCertificate(document, snapshot);
    if (code !== null) drawCode(document, ink, code);
    document.addPage(ink, fixed);
    if (code !== null) document.note('JXProof', code);
  };
  await writePdf(path, document, certificates, draw, progress);
  return document.pages;
}
