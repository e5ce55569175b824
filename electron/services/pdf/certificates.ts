import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { drawCertificate, drawFixed } from './certificate-layout.ts';
import { a4Landscape, type FontPaths, InkDocument } from './ink.ts';
import { type PageProgress, writePdf } from './write-pdf.ts';

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
  snapshots: readonly CertificateSnapshot[],
  progress: PageProgress,
): Promise<number> {
  const document = new InkDocument(fonts, a4Landscape, {
    title: snapshots[0]?.classTitle ?? '',
    author: snapshots[0]?.baseName ?? '',
    createdAt: new Date(`${snapshots[0]?.issueDate ?? '2017-02-01'}T00:00:00+08:00`),
  });
  for (const snapshot of snapshots) {
    const characters = missingIn(document, textsOf(snapshot));
    if (characters.length > 0) {
      throw refusal('missingCharacters', { name: snapshot.learnerName, characters: characters.join('') });
    }
  }
  const fixedByBase = new Map<string, ReturnType<InkDocument['fixed']>>();
  const draw = (snapshot: CertificateSnapshot) => {
    const fixed =
      fixedByBase.get(snapshot.baseName) ?? document.fixed(drawFixed(document, snapshot.baseName));
    fixedByBase.set(snapshot.baseName, fixed);
    document.addPage(drawCertificate(document, snapshot), fixed);
  };
  await writePdf(path, document, snapshots, draw, progress);
  return document.pages;
}
