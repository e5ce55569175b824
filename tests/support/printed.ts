import type { PrintedBlock, PrintedDocument } from '../../shared/contract/printed-document.ts';

function linesOf(block: PrintedBlock): string[] {
  switch (block.kind) {
    case 'table':
      return [block.columns.map(({ heading }) => heading), ...block.rows].map((row) => row.join('|'));
    case 'seal':
      return [`${block.issuer}|${block.date}`];
    case 'banner':
      return [block.title, block.subtitle];
    case 'callout':
      return block.lines.map(({ label, text }) => `${label}：${text}`);
    case 'label':
      return [block.title, block.number, ...block.lines];
    case 'slips':
      return [block.title, block.subtitle, block.note, ...block.codes];
    case 'bars':
      return block.rows.map(({ label, parts, figures }) => [label, ...parts, figures].join('|'));
    case 'lines':
    case 'calibration':
      return [block.kind];
    default:
      return [block.text];
  }
}

/** What a document says, line by line from its top; the cells of a row are parted by `|`. */
export function saysOf({ blocks }: PrintedDocument): string[] {
  return blocks.flatMap(linesOf);
}
