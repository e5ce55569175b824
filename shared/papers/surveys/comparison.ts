import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { percentText } from '../../domain/base/percent.ts';
import { type Audience, audiences, scalePoints } from '../../domain/surveys/survey.ts';
import { type Grouping, type GroupLine, groupings } from '../../regulation/survey-groups.ts';
import { paragraph, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { type PaperTable, sheetRows, tableBlock } from '../table.ts';
import { differenceText, meanText, resultsFoot, tooFew } from './result-words.ts';

/** What was compared: results grouped by something, as some people valued them. */
export interface SurveyComparison {
  issuer: string;
  audience: Audience;
  grouping: Grouping;
  lines: readonly GroupLine[];
}

function titleOf({ issuer, audience, grouping }: SurveyComparison): string {
  return `${issuer} 按${groupings[grouping]}评估对比（${audiences[audience]}）`;
}

function tableOf({ grouping, lines }: SurveyComparison): PaperTable {
  return {
    columns: [
      [groupings[grouping], 24, 'left'],
      ['次数', 7, 'right'],
      ['发出', 8, 'right'],
      ['收回', 8, 'right'],
      ['回收率', 10, 'right'],
      ['均分', 9, 'right'],
      ['满意率', 10, 'right'],
      ['净满意度', 10, 'right'],
      ['比其余的', 24, 'left'],
    ],
    rows: lines.map((line) => [
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
  };
}

/** The comparison as a sheet. */
export function comparisonWorkbook(about: SurveyComparison): WrittenWorkbook {
  const name = titleOf(about);
  return { name, sheet: '对比', above: [name], rows: sheetRows(tableOf(about)) };
}

/** The comparison for paper: bars first, then the figures. */
export function comparisonPaper(about: SurveyComparison, today: CivilDate): PrintedDocument {
  const { issuer, lines } = about;
  const name = titleOf(about);
  return paper({ issuer, name, foot: resultsFoot, on: today, landscape: true }, [
    title(name),
    {
      kind: 'bars',
      legend: scalePoints.map((point) => `${point} 分`),
      rows: lines.map(({ label, counts, mean }) => ({
        label,
        parts: scalePoints.map((point) => counts[point] ?? 0),
        figures: mean === null ? tooFew : `均分 ${meanText(mean)}`,
      })),
    },
    tableBlock(tableOf(about)),
    paragraph(`差别是否偶然按 5% 检验；不足 5 份的只列份数。${chineseDate(today)}`),
  ]);
}
