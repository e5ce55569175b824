import type { PrintedBlock, PrintedDocument } from '../../../../shared/contract/printed-document.ts';
import { beginOfDay } from '../../../../shared/domain/base/civil-date.ts';
import { refusal } from '../../../../shared/refusals/index.ts';
import { a4Portrait } from '../ink/ink.ts';
import { type FontPaths, InkDocument } from '../ink/ink-document.ts';
import { type PageProgress, writePdf } from '../ink/write-pdf.ts';
import { calibrationWords } from './document-calibration.ts';
import { DocumentLayout } from './document-layout.ts';

/** Bars write their counts themselves. */
const digits = '0123456789';

function textOf(block: PrintedBlock): string {
  switch (block.kind) {
    case 'table':
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()].join('');
    case 'seal':
      return block.issuer + block.date;
    case 'banner':
      return block.title + block.subtitle;
    case 'callout':
      return block.lines.map(({ label, text }) => `${label}：${text}`).join('');
    case 'lines':
      return '';
    case 'calibration':
      return calibrationWords;
    case 'slips':
      return [block.title, block.subtitle, block.note, ...block.codes].join('');
    case 'bars':
      return (
        [...block.legend, ...block.rows.flatMap(({ label, figures }) => [label, figures])].join('') + digits
      );
    case 'label':
      return [block.title, block.number, ...block.lines].join('');
    default:
      return block.text;
  }
}

/** Every character a document would print. */
export function charactersOf({ footer, blocks }: PrintedDocument): string {
  return [footer, ...blocks.map(textOf)].join('').replaceAll('\n', '');
}

/**
 * Writes documents of text and tables one behind the other into one PDF. The creation date is the day
 * the first states, so that the same content is the same file, byte for byte.
 * @throws Refusal missingCharacters with the document's title, before anything is written
 */
export async function writeDocuments(
  path: string,
  fonts: FontPaths,
  documents: readonly PrintedDocument[],
  progress: PageProgress,
): Promise<number> {
  const [first] = documents;
  const document = new InkDocument(fonts, a4Portrait, {
    title: first?.title ?? '',
    author: first?.author ?? '',
    createdAt: beginOfDay(first?.createdOn ?? '2017-02-01'),
  });
  for (const printed of documents) {
    const characters = document.missingIn(charactersOf(printed));
    if (characters.length > 0) {
      throw refusal('missingCharacters', { name: printed.title, characters: characters.join('') });
    }
  }
  await writePdf(path, document, documents, (one) => new DocumentLayout(document, one).draw(), progress);
  return document.pages;
}
