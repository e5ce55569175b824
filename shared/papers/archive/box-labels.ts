import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import type { Filing } from '../../domain/teaching/filing.ts';
import { inLine, paper } from '../paper.ts';

function linesOf(filings: readonly Filing[]): string[] {
  const pages = filings.reduce((sum, { volume }) => sum + volume.pages, 0);
  const until = Math.max(...filings.map(({ keptUntilYear }) => keptUntilYear));
  return [
    ...filings.map(({ number, classTitle }) => inLine(number, classTitle)),
    inLine(`共 ${filings.length} 卷，${pages} 页`, `保管至 ${until} 年底`),
  ];
}

/** A label for each box of a year; volumes that no box was given to have one of their own. */
export function boxLabels(
  issuer: string,
  year: number,
  filings: readonly Filing[],
  today: CivilDate,
): PrintedDocument {
  const boxes = new Map<string, Filing[]>();
  for (const filing of filings.toSorted((a, b) => a.number.localeCompare(b.number))) {
    const box = filing.box === '' ? `卷 ${filing.number}` : `第 ${filing.box} 盒`;
    boxes.set(box, [...(boxes.get(box) ?? []), filing]);
  }
  const document = paper(
    { issuer, name: `${year}年档案盒标签`, on: today },
    [...boxes].map(([box, own]) => ({
      kind: 'label',
      title: inLine(issuer, '教学档案', `${year}年`),
      number: box,
      lines: linesOf(own),
    })),
  );
  return { ...document, footer: '沿线剪下，贴在盒面或盒脊' };
}
