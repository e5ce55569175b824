import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { VolumeRequest } from '../../../../shared/contract/archives.ts';
import type { PrintedDocument } from '../../../../shared/contract/printed-document.ts';
import { beginOfDay } from '../../../../shared/domain/base/civil-date.ts';
import type { BoundItem, BoundPart } from '../../../../shared/domain/teaching/filing.ts';
import { standInSheet } from '../../../../shared/papers/archive/stand-in-sheet.ts';
import { volumeContents } from '../../../../shared/papers/archive/volume-contents.ts';
import { refusal } from '../../../../shared/refusals/index.ts';
import { hashOf } from '../../sealed-files/sealed-files.ts';
import { DocumentLayout } from '../documents/document-layout.ts';
import { charactersOf } from '../documents/documents.ts';
import { a4Portrait } from '../ink/ink.ts';
import { type FontPaths, InkDocument } from '../ink/ink-document.ts';
import { type Bookmark, setOutline, setPageLabels } from '../ink/outline.ts';
import { printPageNumber } from '../ink/page-number.ts';
import { collect, picturePage } from '../ink/picture-page.ts';
import { drawCover } from './volume-cover.ts';
import type { VolumeWork } from './volume-work.ts';

export interface MadeVolume {
  bytes: Uint8Array;
  /** Of the whole file, cover and contents too. */
  pages: number;
  parts: BoundPart[];
}

type Item = VolumeRequest['parts'][number]['items'][number];

/** A page or more to be bound. */
interface Source {
  title: string;
  pages: number;
  /** Adds its pages to the volume. */
  add(volume: PDFDocument): Promise<void>;
  about: Pick<BoundItem, 'attachment' | 'contentHash' | 'standsInFor'>;
}

/** A hash of what a document says, whatever day it was made. */
function contentHashOf({ blocks }: PrintedDocument): string {
  return hashOf(Buffer.from(JSON.stringify(blocks)));
}

function newInk(fonts: FontPaths, { baseName, filedOn, number }: VolumeRequest): InkDocument {
  return new InkDocument(fonts, a4Portrait, {
    title: number,
    author: baseName,
    createdAt: beginOfDay(filedOn),
  });
}

/** Characters of file names that no font has must not keep a class from being filed. */
function printable(document: InkDocument, text: string): string {
  return [...text].map((character) => (document.regular.lacks(character) ? '□' : character)).join('');
}

async function addAll(volume: PDFDocument, source: PDFDocument, indices: readonly number[]): Promise<void> {
  for (const page of await volume.copyPages(source, [...indices])) volume.addPage(page);
}

/** Writes what the app itself says into one PDF, so that its fonts are embedded once. */
class OwnPages {
  private readonly ink: InkDocument;
  private readonly written: Promise<Uint8Array>;
  private document: PDFDocument | null = null;

  constructor(
    fonts: FontPaths,
    private readonly request: VolumeRequest,
  ) {
    this.ink = newInk(fonts, request);
    this.written = collect(this.ink.stream);
  }

  /** @throws Refusal missingCharacters */
  draw(printed: PrintedDocument, title: string, about: Source['about']): Source {
    const missing = this.ink.missingIn(charactersOf(printed));
    if (missing.length > 0) throw refusal('missingCharacters', { name: title, characters: missing.join('') });
    const first = this.ink.pages;
    new DocumentLayout(this.ink, printed).draw();
    const indices = Array.from({ length: this.ink.pages - first }, (_, index) => first + index);
    return { title, pages: indices.length, about, add: (volume) => this.addTo(volume, indices) };
  }

  standIn(name: string, file: { hash: string; bytes: number }, why: string): Source {
    const shown = printable(this.ink, name);
    const attachment = { name, hash: file.hash, bytes: file.bytes };
    const printed = standInSheet(this.request, { ...file, name: shown }, why);
    return this.draw(printed, shown, { attachment, contentHash: null, standsInFor: why });
  }

  titleOf(name: string): string {
    return printable(this.ink, name);
  }

  private async addTo(volume: PDFDocument, indices: readonly number[]): Promise<void> {
    if (!this.document) {
      this.ink.stream.end();
      this.document = await PDFDocument.load(await this.written);
    }
    await addAll(volume, this.document, indices);
  }
}

async function openAttachment(bytes: Uint8Array, type: string): Promise<PDFDocument | null> {
  try {
    const opened = await PDFDocument.load(type === 'application/pdf' ? bytes : await picturePage(bytes));
    return opened.getPageCount() > 0 ? opened : null;
  } catch {
    return null;
  }
}

async function sourceOf(own: OwnPages, item: Item, { attachments }: VolumeWork): Promise<Source> {
  if (item.kind === 'document') {
    const contentHash = contentHashOf(item.document);
    return own.draw(item.document, item.title, { attachment: null, contentHash, standsInFor: '' });
  }
  const { name, file } = item;
  const bytes = attachments.get(file.hash);
  if (!bytes) throw refusal('fileMissing', { what: `附件 ${name}` });
  if (file.kind === 'other') return own.standIn(name, file, '不是 PDF 或图片');
  const opened = await openAttachment(bytes, file.type);
  if (!opened) return own.standIn(name, file, '设了密码或已损坏');
  const attachment = { name, hash: file.hash, bytes: file.bytes };
  return {
    title: own.titleOf(name),
    pages: opened.getPageCount(),
    about: { attachment, contentHash: null, standsInFor: '' },
    add: (volume) => addAll(volume, opened, opened.getPageIndices()),
  };
}

/**
 * Binds a volume: cover, table of contents, then every part in order, its pages numbered from 1 in the
 * upper right corner, with bookmarks. The same content gives the same bytes.
 * @param onItem called before each thing is bound; throw to stop
 * @throws Refusal missingCharacters, fileMissing
 */
export async function bindVolume(
  fonts: FontPaths,
  work: VolumeWork,
  onItem: (done: number) => void,
): Promise<MadeVolume> {
  const { request } = work;
  const own = new OwnPages(fonts, request);
  const parts: BoundPart[] = [];
  const sources: Source[] = [];
  let nextPage = 1;
  for (const part of request.parts) {
    const items: BoundItem[] = [];
    for (const item of part.items) {
      onItem(sources.length);
      const source = await sourceOf(own, item, work);
      items.push({ title: source.title, firstPage: nextPage, pages: source.pages, ...source.about });
      sources.push(source);
      nextPage += source.pages;
    }
    parts.push({ id: part.id, title: part.title, items });
  }
  const front = newInk(fonts, request);
  const frontBytes = collect(front.stream);
  front.addPage(drawCover(front, work, nextPage - 1));
  new DocumentLayout(front, volumeContents(work.request, parts)).draw();
  front.stream.end();
  const volume = await PDFDocument.create();
  const frontDocument = await PDFDocument.load(await frontBytes);
  await addAll(volume, frontDocument, frontDocument.getPageIndices());
  for (const source of sources) await source.add(volume);
  const leading = frontDocument.getPageCount();
  const font = await volume.embedFont(StandardFonts.Helvetica);
  for (const [index, page] of volume.getPages().entries()) {
    if (index >= leading) printPageNumber(page, index - leading + 1, font);
  }
  setPageLabels(volume, leading);
  setOutline(volume, [
    { title: '封面', pageIndex: 0, below: [] },
    { title: '卷内目录', pageIndex: 1, below: [] },
    ...bookmarksOf(parts, leading),
  ]);
  volume.setTitle(`${request.number} ${request.classTitle}`, { showInWindowTitleBar: true });
  volume.setAuthor(request.baseName);
  volume.setLanguage('zh-CN');
  const made = beginOfDay(request.filedOn);
  volume.setCreationDate(made);
  volume.setModificationDate(made);
  return { bytes: await volume.save({ updateFieldAppearances: false }), pages: volume.getPageCount(), parts };
}

function bookmarksOf(parts: readonly BoundPart[], leading: number): Bookmark[] {
  const at = ({ firstPage }: BoundItem) => leading + firstPage - 1;
  return parts.flatMap((part, index) => {
    const [first] = part.items;
    if (!first) return [];
    const below = part.items.map((item) => ({ title: item.title, pageIndex: at(item), below: [] }));
    return [{ title: `${index + 1} ${part.title}`, pageIndex: at(first), below }];
  });
}
