import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { type Filing, filingKinds } from '../../../shared/domain/teaching/filing.ts';
import type { ShelvedVolume } from './queries.ts';

const columns = [
  ['序号', 5, 'right'],
  ['案卷号', 20, 'left'],
  ['题名', 32, 'left'],
  ['类别', 8, 'left'],
  ['页数', 7, 'right'],
  ['归档日期', 12, 'left'],
  ['保管至', 9, 'left'],
  ['盒号', 8, 'left'],
  ['位置', 14, 'left'],
  ['备注', 16, 'left'],
] as const;

function rowOf({ filing, loan }: ShelvedVolume, index: number): string[] {
  const gaps = filing.gaps.length > 0 ? `缺：${filing.gaps.map(({ title }) => title).join('、')}` : '';
  return [
    String(index + 1),
    filing.number,
    filing.classTitle,
    filingKinds[filing.kind],
    String(filing.volume.pages),
    filing.filedAt.slice(0, 10),
    `${filing.keptUntilYear} 年`,
    filing.box,
    filing.shelfPlace,
    [gaps, loan && `借给 ${loan.borrower}`].filter(Boolean).join('；'),
  ];
}

/** The shelf list, heading first. */
export function shelfRows(volumes: readonly ShelvedVolume[]): string[][] {
  return [columns.map(([heading]) => heading), ...volumes.map(rowOf)];
}

/** The shelf list of a year for paper. */
export function shelfDocument(
  baseName: string,
  year: number,
  volumes: readonly ShelvedVolume[],
  today: string,
): PrintedDocument {
  const [, ...rows] = shelfRows(volumes);
  return {
    title: `${year}年教学档案目录`,
    author: baseName,
    footer: `${baseName}　${year}年教学档案目录`,
    createdOn: today,
    landscape: true,
    blocks: [
      { kind: 'title', text: `${year}年教学档案目录` },
      { kind: 'paragraph', text: `${baseName}　共 ${volumes.length} 卷`, indented: false },
      {
        kind: 'table',
        columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
        rows,
        hasTotal: false,
      },
    ],
  };
}

function boxLines(filings: readonly Filing[]): string[] {
  const years = [...new Set(filings.map(({ keptUntilYear }) => keptUntilYear))];
  return [
    ...filings.map(({ number, classTitle }) => `${number}　${classTitle}`),
    `共 ${filings.length} 卷，${filings.reduce((sum, { volume }) => sum + volume.pages, 0)} 页　保管至 ${Math.max(...years)} 年底`,
  ];
}

/** A label for each box of a year; volumes that no box was given to have one of their own. */
export function boxLabels(
  baseName: string,
  year: number,
  volumes: readonly ShelvedVolume[],
  today: string,
): PrintedDocument {
  const filings = volumes.map(({ filing }) => filing).sort((a, b) => a.number.localeCompare(b.number));
  const boxes = [
    ...Map.groupBy(filings, ({ box, number }) => (box === '' ? `卷 ${number}` : `第 ${box} 盒`)),
  ];
  return {
    title: `${year}年档案盒标签`,
    author: baseName,
    footer: '沿线剪下，贴在盒面或盒脊',
    createdOn: today,
    landscape: false,
    blocks: boxes.map(([box, own]) => ({
      kind: 'label' as const,
      title: `${baseName}　教学档案　${year}年`,
      number: box,
      lines: boxLines(own),
    })),
  };
}
