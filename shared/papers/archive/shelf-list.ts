import type { NamedSheet } from '../../contract/archives.ts';
import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { filingKinds, type ShelvedVolume } from '../../domain/teaching/filing.ts';
import { paragraph, title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { numbered, type PaperTable, tableBlock, textRows } from '../table.ts';

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

function cellsOf({ filing, loan }: ShelvedVolume): string[] {
  const gaps = filing.gaps.length > 0 ? `缺：${filing.gaps.map(({ title: part }) => part).join('、')}` : '';
  return [
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

function tableOf(volumes: readonly ShelvedVolume[]): PaperTable {
  return { columns, rows: numbered(volumes.map(cellsOf)) };
}

/** The shelf list as a sheet. */
export function shelfSheet(volumes: readonly ShelvedVolume[]): NamedSheet {
  return { name: '目录', rows: textRows(tableOf(volumes)) };
}

/** The shelf list of a year for paper. */
export function shelfList(
  issuer: string,
  year: number,
  volumes: readonly ShelvedVolume[],
  today: CivilDate,
): PrintedDocument {
  const name = `${year}年教学档案目录`;
  return paper({ issuer, name, on: today, landscape: true }, [
    title(name),
    paragraph(inLine(issuer, `共 ${volumes.length} 卷`)),
    tableBlock(tableOf(volumes)),
  ]);
}
