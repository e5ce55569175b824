import {
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** A bookmark: where it leads, and those below it. */
export interface Bookmark {
  title: string;
  /** Of the file, from 0. */
  pageIndex: number;
  below: readonly Bookmark[];
}

function addLevel(
  document: PDFDocument,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
): { first: PDFRef; last: PDFRef; count: number } | null {
  const { context } = document;
  const refs = bookmarks.map(() => context.nextRef());
  let count = 0;
  for (const [index, { title, pageIndex, below }] of bookmarks.entries()) {
    const ref = refs[index];
    if (!ref) continue;
    const entry: PDFDict = context.obj({});
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
    entry.set(PDFName.of('Parent'), parent);
    const page = document.getPage(pageIndex).ref;
    entry.set(PDFName.of('Dest'), context.obj([page, PDFName.of('Fit')]));
    const [before, after] = [refs[index - 1], refs[index + 1]];
    if (before) entry.set(PDFName.of('Prev'), before);
    if (after) entry.set(PDFName.of('Next'), after);
    const children = addLevel(document, below, ref);
    if (children) {
      entry.set(PDFName.of('First'), children.first);
      entry.set(PDFName.of('Last'), children.last);
      entry.set(PDFName.of('Count'), PDFNumber.of(children.count));
      count += children.count;
    }
    context.assign(ref, entry);
    count += 1;
  }
  const [first, last] = [refs[0], refs.at(-1)];
  return first && last ? { first, last, count } : null;
}

/** Gives a document its bookmarks, shown when it is opened; pdf-lib has no way of its own (ISO 32000-1, 12.3.3). */
export function setOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const ref = context.nextRef();
  const level = addLevel(document, bookmarks, ref);
  if (!level) return;
  const outlines = context.obj({ Type: 'Outlines', Count: level.count });
  outlines.set(PDFName.of('First'), level.first);
  outlines.set(PDFName.of('Last'), level.last);
  context.assign(ref, outlines);
  catalog.set(PDFName.of('Outlines'), ref);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** Numbers the first pages i, ii, … and the others from 1, as they are printed (12.4.2). */
export function setPageLabels(document: PDFDocument, leadingPages: number): void {
  const { context, catalog } = document;
  const labels = context.obj({ Nums: [0, { S: 'r' }, leadingPages, { S: 'D' }] });
  catalog.set(PDFName.of('PageLabels'), labels);
}
