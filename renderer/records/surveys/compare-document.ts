import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { scalePoints } from '../../../shared/domain/surveys/survey.ts';
import { type Grouping, type GroupLine, groupings } from './compare.ts';
import { differenceText, meanText, percentText, tooFew } from './result-words.ts';

/** The lines of a comparison, heading first. */
export function compareRows(grouping: Grouping, lines: readonly GroupLine[]): (string | number)[][] {
  return [
    [groupings[grouping], '次数', '发出', '收回', '回收率', '均分', '满意率', '净满意度', '比其余的'],
    ...lines.map((line) => [
      line.label,
      line.runs,
      line.given,
      line.answers,
      percentText(line.responseRate),
      meanText(line.mean),
      percentText(line.satisfactionRate),
      line.netSatisfaction ?? '—',
      line.mean === null ? tooFew : differenceText(line.difference),
    ]),
  ];
}

/** The comparison for paper: bars first, then the figures. */
export function compareDocument(
  baseName: string,
  today: string,
  title: string,
  grouping: Grouping,
  lines: readonly GroupLine[],
): PrintedDocument {
  const [headings = [], ...rows] = compareRows(grouping, lines).map((row) => row.map(String));
  const shares = [24, 7, 8, 8, 10, 9, 10, 10, 24];
  return {
    title,
    author: baseName,
    footer: `${baseName}　培训效果评估`,
    createdOn: today,
    landscape: true,
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'bars',
        legend: scalePoints.map((point) => `${point} 分`),
        rows: lines.map(({ label, counts, mean }) => ({
          label,
          parts: scalePoints.map((point) => counts[point] ?? 0),
          figures: mean === null ? tooFew : `均分 ${meanText(mean)}`,
        })),
      },
      {
        kind: 'table',
        columns: headings.map((heading, at) => ({
          heading,
          share: shares[at] ?? 10,
          align: at === 0 || at === headings.length - 1 ? 'left' : 'right',
        })),
        rows,
        hasTotal: false,
      },
      {
        kind: 'paragraph',
        text: `差别是否偶然按 5% 检验；不足 5 份的只列份数。${chineseDate(today)}`,
        indented: false,
      },
    ],
  };
}
