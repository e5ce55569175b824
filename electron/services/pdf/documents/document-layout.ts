import type { PrintedBlock, PrintedDocument } from '../../../../shared/contract/printed-document.ts';
import { flow } from '../ink/flow.ts';
import { a4Landscape, a4Portrait, grey, type InkFont, millimetre } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { margin, PageFlow, wrapped } from '../ink/page-flow.ts';
import { setCalibration } from './document-calibration.ts';
import { setLabel } from './document-label.ts';
import { setBanner, setCallout } from './document-poster.ts';
import { setBars, setLines, setSlips } from './document-survey.ts';
import { TableSetter } from './document-table.ts';

const textSize = 10.5;
/** A seal is at most 45 mm across; this square over issuer and date stays free for it. */
const sealSpace = 50 * millimetre;
/** A3 is A4 enlarged by this; so is everything on it. */
const a3Scale = Math.SQRT2;

/** Sets the blocks of one document onto pages; nothing is clipped, rows are never torn apart. */
export class DocumentLayout {
  private readonly page: PageFlow;

  constructor(
    private readonly document: InkDocument,
    private readonly printed: PrintedDocument,
  ) {
    this.page = new PageFlow(printed.landscape ? a4Landscape : a4Portrait);
  }

  /** Adds the pages to the document, each with its footer. */
  draw(): void {
    for (const block of this.printed.blocks) this.set(block);
    const { regular } = this.document;
    const { pages, paper } = this.page;
    for (const [index, ink] of pages.entries()) {
      const footer = `${this.printed.footer}　第 ${index + 1} 页，共 ${pages.length} 页`;
      ink.textCentred(paper.width / 2, paper.height - 10 * millimetre, footer, {
        font: regular,
        size: 8.5,
        color: grey,
      });
      this.document.addPage(ink, undefined, paper, this.printed.paper === 'A3' ? a3Scale : 1);
    }
  }

  private set(block: PrintedBlock): void {
    const { page, document } = this;
    const { regular, bold } = document;
    switch (block.kind) {
      case 'title':
        this.setLines(block.text, bold, 18, { centred: true, after: 8 });
        break;
      case 'heading':
        page.makeRoom(60);
        page.y += 8;
        this.setLines(block.text, bold, 12, { after: 4 });
        break;
      case 'reference': {
        page.y += textSize * 1.5;
        const x = margin + page.width - regular.widthOf(block.text, textSize);
        page.ink.text(x, page.y, block.text, { font: regular, size: textSize, color: grey });
        page.y += 6;
        break;
      }
      case 'paragraph':
        this.setParagraph(block.text, block.indented);
        break;
      case 'table':
        new TableSetter(page, document, block).set();
        break;
      case 'seal':
        this.setSeal(block.issuer, block.date);
        break;
      case 'banner':
        setBanner(page, document, block);
        break;
      case 'label':
        setLabel(page, document, block);
        break;
      case 'calibration':
        setCalibration(page, document);
        break;
      case 'lines':
        setLines(page, block.count);
        break;
      case 'slips':
        setSlips(page, document, block);
        break;
      case 'bars':
        setBars(page, document, block);
        break;
      case 'callout':
        setCallout(page, document, block.lines);
        break;
    }
  }

  private setLines(
    text: string,
    font: InkFont,
    size: number,
    { centred = false, after }: { centred?: boolean; after: number },
  ): void {
    for (const line of wrapped(font, text, size, this.page.width)) {
      this.page.makeRoom(size * 1.6);
      this.page.y += size * 1.5;
      if (centred) this.page.ink.textCentred(this.page.paper.width / 2, this.page.y, line, { font, size });
      else this.page.ink.text(margin, this.page.y, line, { font, size });
    }
    this.page.y += after;
  }

  private setParagraph(text: string, indented: boolean): void {
    const { regular: font } = this.document;
    const size = indented ? 12 : textSize;
    for (const line of flow([{ text, font, size }], this.page.width, indented ? size * 2 : 0)) {
      this.page.makeRoom(size * 1.8);
      this.page.y += size * 1.75;
      for (const run of line) this.page.ink.text(margin + run.x, this.page.y, run.text, run);
    }
    this.page.y += 6;
  }

  private setSeal(issuer: string, date: string): void {
    this.page.makeRoom(sealSpace + 6);
    const { regular: font } = this.document;
    const centre = this.page.paper.width - margin - sealSpace / 2 - 10 * millimetre;
    const lines = wrapped(font, issuer, 12, sealSpace + 20 * millimetre);
    const top = this.page.y + sealSpace / 2 - ((lines.length - 1) * 18) / 2;
    for (const [index, line] of lines.entries()) {
      this.page.ink.textCentred(centre, top + index * 18, line, { font, size: 12 });
    }
    this.page.ink.textCentred(centre, top + lines.length * 18 + 4, date, { font, size: 12 });
    this.page.ink.textCentred(centre, this.page.y + 10, '（盖章）', {
      font,
      size: 8,
      color: [0.6, 0.6, 0.62],
    });
    this.page.y += sealSpace;
  }
}
