import type { NamedDesign, PrintPlace } from '../../../shared/contract/designs.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificate.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { drawCertificate, drawCode, drawFixed } from './certificate-layout.ts';
import { DesignDrawer, type DesignProblem } from './design/draw-design.ts';
import { MongolianFont } from './design/mongolian.ts';
import { a4Landscape, type FontPaths, type Ink, InkDocument, millimetre, type PaperSize } from './ink.ts';
import { type PageProgress, writePdf } from './write-pdf.ts';

/** A certificate with the text of its QR code; null for one issued before there were codes. */
export interface CodedCertificate {
  snapshot: CertificateSnapshot;
  code: string | null;
}

/** What certificates are drawn with beside their snapshots. */
export interface DrawnWith {
  designs: NamedDesign[];
  images: [hash: string, content: Uint8Array][];
  onBlank: boolean;
  place: PrintPlace;
}

export interface CertificateFonts extends FontPaths {
  mongolian: string;
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

/** The characters of a text that no font at hand has, each once. */
export function missingIn(document: InkDocument, text: string): string[] {
  return [...new Set(text)].filter((character) => document.lacks(character));
}

function paperOf({ design }: NamedDesign): PaperSize {
  return { width: design.width * millimetre, height: design.height * millimetre };
}

function wordsOf(problem: DesignProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `字库缺少“${problem.characters.join('')}”`;
    case 'tooLong':
      return `“${problem.element}…”放不下，已缩到最小字号`;
    case 'noImage':
      return '有一张图片不在这台电脑上';
  }
}

/** Certificates being drawn into one document, each by the look it was issued with. */
class CertificatePages {
  readonly document: InkDocument;
  private readonly drawers = new Map<string, DesignDrawer>();
  private readonly papers = new Map<string, PaperSize>();
  private readonly fixed = new Map<string, ReturnType<InkDocument['fixed']>>();

  constructor(
    fonts: CertificateFonts,
    first: CertificateSnapshot | undefined,
    private readonly means: DrawnWith,
  ) {
    this.document = new InkDocument(fonts, a4Landscape, {
      title: first?.classTitle ?? '',
      author: first?.baseName ?? '',
      createdAt: new Date(`${first?.issueDate ?? '2017-02-01'}T00:00:00+08:00`),
    });
    const images = new Map(means.images);
    for (const named of means.designs) {
      const drawn = { mongolian: MongolianFont.open(fonts.mongolian), images };
      this.drawers.set(named.id, new DesignDrawer(this.document, named.design, drawn, means.onBlank));
      this.papers.set(named.id, paperOf(named));
    }
  }

  /** @throws Refusal notFound where the design a certificate was issued with was not given */
  private drawerOf({ designVersionId = '' }: CertificateSnapshot): DesignDrawer {
    const drawer = this.drawers.get(designVersionId);
    if (!drawer) throw refusal('notFound', { what: '证书的样式' });
    return drawer;
  }

  /** What of a certificate would not come out as it is written, in words. */
  problemsOf({ snapshot, code }: CodedCertificate): string[] {
    if (snapshot.layout === 'design') {
      const of = { snapshot, code, photo: snapshot.photo ?? null };
      return this.drawerOf(snapshot).problemsOf(of).map(wordsOf);
    }
    const characters = missingIn(this.document, printedFields.map((field) => snapshot[field]).join(''));
    return characters.length === 0 ? [] : [wordsOf({ kind: 'missing', characters })];
  }

  draw({ snapshot, code }: CodedCertificate): void {
    const { layout, designVersionId = '' } = snapshot;
    const key = layout === 'design' ? designVersionId : snapshot.baseName;
    const paper = this.papers.get(designVersionId) ?? a4Landscape;
    let ink: Ink;
    if (layout === 'design') {
      const drawer = this.drawerOf(snapshot);
      const shared = this.fixed.get(key) ?? this.document.fixed(drawer.drawFixed(snapshot), paper);
      this.fixed.set(key, shared);
      ink = drawer.drawOwn({ snapshot, code, photo: snapshot.photo ?? null });
    } else {
      const shared = this.fixed.get(key) ?? this.document.fixed(drawFixed(this.document, snapshot.baseName));
      this.fixed.set(key, shared);
      ink = drawCertificate(this.document, snapshot);
      if (code !== null) drawCode(this.document, ink, code);
    }
    const { dx, dy, scaleX, scaleY } = this.means.place;
    const shift = { dx: dx * millimetre, dy: dy * millimetre, scaleX, scaleY };
    this.document.addPage(ink, this.fixed.get(key), paper, 1, shift);
    if (code !== null) this.document.note('JXProof', code);
  }
}

/** What of each certificate would not come out as it is written; empty where all would. */
export function checkCertificates(
  fonts: CertificateFonts,
  certificates: readonly CodedCertificate[],
  means: DrawnWith,
): string[][] {
  const pages = new CertificatePages(fonts, certificates[0]?.snapshot, means);
  return certificates.map((certificate) => pages.problemsOf(certificate));
}

/** How they are drawn where nothing else is said: as they were before there were designs. */
export const plainly: DrawnWith = {
  designs: [],
  images: [],
  onBlank: false,
  place: { dx: 0, dy: 0, scaleX: 1, scaleY: 1 },
};

/**
 * Writes certificates as one PDF, a page each. The creation date is the first issue date, so a
 * reprint of the same snapshots is the same file, byte for byte.
 * @throws Refusal certificateUnprintable with the name and the reasons, before anything is written
 */
export async function writeCertificates(
  path: string,
  fonts: CertificateFonts,
  certificates: readonly CodedCertificate[],
  progress: PageProgress,
  means: DrawnWith = plainly,
): Promise<number> {
  const pages = new CertificatePages(fonts, certificates[0]?.snapshot, means);
  for (const certificate of certificates) {
    const problems = pages.problemsOf(certificate);
    if (problems.length > 0) {
      const name = certificate.snapshot.learnerName;
      throw refusal('certificateUnprintable', { name, problems: problems.join('；') });
    }
  }
  await writePdf(path, pages.document, certificates, (one) => pages.draw(one), progress);
  return pages.document.pages;
}

/** One certificate as a PDF in memory, problems or not: for looking at while it is designed. */
export async function previewCertificate(
  fonts: CertificateFonts,
  certificate: CodedCertificate,
  means: DrawnWith,
): Promise<{ pdf: Uint8Array; problems: string[] }> {
  const pages = new CertificatePages(fonts, certificate.snapshot, means);
  const problems = pages.problemsOf(certificate);
  const chunks: Uint8Array[] = [];
  const { stream } = pages.document;
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => stream.once('end', resolve));
  pages.draw(certificate);
  stream.end();
  await ended;
  return { pdf: new Uint8Array(Buffer.concat(chunks)), problems };
}
