import type { NamedDesign, PrintPlace } from '../../../../shared/contract/designs.ts';
import { beginOfDay } from '../../../../shared/domain/base/civil-date.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificates/certificate.ts';
import { sidesOf } from '../../../../shared/domain/certificates/certificate-design.ts';
import { refusal } from '../../../../shared/refusals/index.ts';
import { a4Landscape, type Color, Ink, millimetre, type PaperSize } from '../ink/ink.ts';
import { type FontPaths, InkDocument } from '../ink/ink-document.ts';
import { type QrPattern, qrPattern } from '../ink/qr-code.ts';
import { type PageProgress, writePdf } from '../ink/write-pdf.ts';
import { designLook, type Look } from './certificate-look.ts';
import type { DesignProblem, DrawnPart } from './design/draw-design.ts';
import { MongolianFont } from './design/mongolian.ts';

/** A certificate to be printed. */
export interface PrintedCertificate {
  snapshot: CertificateSnapshot;
  /** How often it was printed before, where that is said across the page. */
  reprint?: number;
}

/** A certificate with the text of its QR code. */
export interface CodedCertificate extends PrintedCertificate {
  code: string;
  /** The code as it is drawn, where another thread made it already. */
  pattern?: QrPattern;
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

const watermarkColor: Color = [0.86, 0.86, 0.87];

/** A pale line of words across the paper, below what else is drawn. */
function drawWatermark({ bold }: InkDocument, ink: Ink, words: string, width: number, height: number): void {
  const size = Math.min(width, height) / 8;
  const angle = Math.atan2(height, width);
  const half = bold.widthOf(words, size) / 2;
  const [x, y] = [width / 2 - half * Math.cos(angle), height / 2 + half * Math.sin(angle)];
  ink.below(new Ink().slanted(x, y, words, angle, { font: bold, size, color: watermarkColor }));
}

/** The sheet a certificate is printed on, turned as it is. */
function sheetFor(paper: PaperSize, { paper: size }: PrintPlace): PaperSize {
  if (size === 'own') return paper;
  const [short, long] = size === 'a4' ? [210, 297] : [297, 420];
  const [width, height] = paper.width > paper.height ? [long, short] : [short, long];
  return { width: width * millimetre, height: height * millimetre };
}

interface SharedSide {
  form: ReturnType<InkDocument['fixed']>;
  problems: DesignProblem[];
}

/** Certificates being drawn into one document, each by the look it was issued with. */
class CertificatePages {
  readonly document: InkDocument;
  private readonly looks = new Map<string, Look>();
  private readonly shared = new Map<string, SharedSide[]>();

  constructor(
    fonts: CertificateFonts,
    first: CertificateSnapshot | undefined,
    private readonly means: DrawnWith,
  ) {
    this.document = new InkDocument(fonts, a4Landscape, {
      title: first?.classTitle ?? '',
      author: first?.baseName ?? '',
      createdAt: beginOfDay(first?.issueDate ?? '2017-02-01'),
      isArchival: true,
      flip: means.designs.some(({ design }) => sidesOf(design).length > 1) ? means.place.flip : null,
    });
    const drawn = { mongolian: MongolianFont.open(fonts.mongolian), images: new Map(means.images) };
    for (const named of means.designs)
      this.looks.set(named.id, designLook(this.document, named, drawn, means.onBlank));
  }

  /** @throws Refusal notFound where the design a certificate was issued with was not given */
  private lookOf({ designVersionId }: CertificateSnapshot): Look {
    const look = this.looks.get(designVersionId);
    if (!look) throw refusal('notFound', { what: '证书的样式' });
    return look;
  }

  /** What is drawn once for all of one base and look, side by side. */
  private sharedBy(snapshot: CertificateSnapshot, { paper, sides }: Look): SharedSide[] {
    const { designVersionId, baseName, approvalNumber, mongolianBaseName } = snapshot;
    const key = JSON.stringify([designVersionId, baseName, approvalNumber, mongolianBaseName]);
    const known = this.shared.get(key);
    if (known) return known;
    const made = sides.map((side) => {
      const { ink, problems } = side.drawFixed(snapshot);
      return { form: this.document.fixed(ink, paper), problems };
    });
    this.shared.set(key, made);
    return made;
  }

  private drawOwn(certificate: CodedCertificate, { paper, sides }: Look): DrawnPart[] {
    const { snapshot, code: text, pattern, reprint = 0 } = certificate;
    const code = pattern ?? qrPattern(text);
    const parts = sides.map((side) => side.drawOwn({ snapshot, code, photo: snapshot.photo }));
    if (reprint > 0 && parts[0])
      drawWatermark(this.document, parts[0].ink, `补打　第 ${reprint + 1} 次`, paper.width, paper.height);
    return parts;
  }

  /** What of a certificate would not come out as it is written, in words. */
  problemsOf(certificate: CodedCertificate): string[] {
    const look = this.lookOf(certificate.snapshot);
    const parts = [...this.sharedBy(certificate.snapshot, look), ...this.drawOwn(certificate, look)];
    return parts.flatMap(({ problems }) => problems.map(wordsOf));
  }

  /** Adds its pages. @returns what of it does not come out as it is written */
  draw(certificate: CodedCertificate): string[] {
    const look = this.lookOf(certificate.snapshot);
    const shared = this.sharedBy(certificate.snapshot, look);
    const own = this.drawOwn(certificate, look);
    const { dx, dy, scaleX, scaleY } = this.means.place;
    const shift = { dx: dx * millimetre, dy: dy * millimetre, scaleX, scaleY };
    const sheet = sheetFor(look.paper, this.means.place);
    for (const [index, { ink }] of own.entries()) {
      this.document.addPage(ink, shared[index]?.form, sheet, 1, shift);
      if (index === 0) this.document.note('JXProof', certificate.code);
      this.document.finishPage();
    }
    return [...shared, ...own].flatMap(({ problems }) => problems.map(wordsOf));
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

/** Certificates as they come: all at hand, or made while others are drawn. */
export type CertificateSource = Iterable<CodedCertificate> | AsyncIterable<CodedCertificate>;

/**
 * Writes certificates as one PDF, a page each, letting go of each as it is written. The creation date is the
 * first issue date, so a reprint of the same snapshots is the same file, byte for byte.
 * @throws Refusal certificateUnprintable with the name and the reasons, and no file is left
 */
export async function writeCertificates(
  path: string,
  fonts: CertificateFonts,
  certificates: CertificateSource,
  progress: PageProgress,
  means: DrawnWith,
): Promise<number> {
  const { first, all } = await withFirst(certificates);
  const pages = new CertificatePages(fonts, first?.snapshot, means);
  const draw = (certificate: CodedCertificate) => {
    const problems = pages.draw(certificate);
    if (problems.length === 0) return;
    const name = certificate.snapshot.learnerName;
    throw refusal('certificateUnprintable', { name, problems: problems.join('；') });
  };
  await writePdf(path, pages.document, all, draw, progress);
  return pages.document.pages;
}

/** The first of a source, which gives the document its title, and the source with it still in front. */
async function withFirst(source: CertificateSource) {
  const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const { value, done } = await items.next();
  const first: CodedCertificate | undefined = done ? undefined : value;
  async function* all(): AsyncGenerator<CodedCertificate> {
    if (first) yield first;
    for (let next = await items.next(); !next.done; next = await items.next()) yield next.value;
  }
  return { first, all: all() };
}

/** One certificate as a PDF in memory, problems or not: for looking at while it is designed. */
export async function previewCertificate(
  fonts: CertificateFonts,
  certificate: CodedCertificate,
  means: DrawnWith,
): Promise<{ pdf: Uint8Array; problems: string[] }> {
  const pages = new CertificatePages(fonts, certificate.snapshot, means);
  const chunks: Uint8Array[] = [];
  const { document } = pages;
  document.stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.stream.once('end', resolve));
  const problems = pages.draw(certificate);
  document.end();
  await ended;
  return { pdf: new Uint8Array(Buffer.concat(chunks)), problems };
}
