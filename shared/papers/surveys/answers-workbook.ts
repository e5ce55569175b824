import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { percentText } from '../../domain/base/percent.ts';
import { questionsOf } from '../../domain/surveys/survey.ts';
import type { SurveyAnswer } from '../../domain/surveys/survey-answer.ts';
import { refusal } from '../../refusals/index.ts';
import { compareQuestion, type RunResult, scoredQuestions, textsOf } from '../../regulation/run-result.ts';
import type { ResultLine } from '../../regulation/survey-results.ts';
import { momentsOf, netPromoter, netSatisfaction, satisfaction } from '../../regulation/survey-statistics.ts';
import type { Cell } from '../table.ts';
import { comparisonText, tooFew, valuesOf } from './result-words.ts';

function rounded(value: number | null | undefined): Cell {
  return value === null || value === undefined ? '' : Math.round(value * 100) / 100;
}

function statisticsRow(line: ResultLine): Cell[] {
  const { question, counts, answered, isShown, label } = line;
  if (!isShown) return [label, answered, '', '', '', tooFew];
  const distribution = valuesOf(question)
    .map(({ value, label: word }) => `${word} ${counts[value] ?? 0}`)
    .join('；');
  switch (question.kind) {
    case 'scale':
    case 'matrix':
      return [
        label,
        answered,
        rounded(momentsOf(counts)?.mean),
        percentText(satisfaction(counts).rate),
        rounded(netSatisfaction(counts)),
        distribution,
      ];
    case 'number': {
      const isPromoter = question.least === 0 && question.most === 10;
      return [
        label,
        answered,
        rounded(momentsOf(counts)?.mean),
        '',
        isPromoter ? rounded(netPromoter(counts)) : '',
        '',
      ];
    }
    default:
      return [label, answered, '', '', '', distribution];
  }
}

/** What one answer says of a line, as a cell. */
function cellOf(answer: SurveyAnswer, { key, question }: ResultLine): Cell {
  const [questionId = '', trainerId = '', itemId = ''] = key.split('/');
  const value = answer[questionId];
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && !Array.isArray(value)) return value[trainerId]?.[itemId] ?? '';
  const titles = new Map(valuesOf(question).map((one) => [one.value, one.label]));
  return (Array.isArray(value) ? value : [value]).map((one) => titles.get(one) ?? one).join('；');
}

/** Rows in an order of their own, so that no row of one sheet stands for one of another. */
function sortedRows(rows: readonly Cell[][]): Cell[][] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/**
 * A run's data as a workbook: figures, answers without texts, texts by themselves. Rows are sorted by what
 * they say, so they can be joined neither to people nor to each other.
 * @throws Refusal tooFewAnswers below five
 */
export function answersWorkbook(
  baseName: string,
  own: RunResult,
  others: readonly RunResult[],
  answers: readonly SurveyAnswer[],
): WrittenWorkbook {
  const { run, lines } = own;
  if (!own.isShown) throw refusal('tooFewAnswers', { title: run.title });
  const coded = lines.filter(({ question, isShown }) => question.kind !== 'text' && isShown);
  const title = `${baseName} ${run.title} ${run.classTitle}`.trim();
  const texts = questionsOf(own.version.content).filter(({ kind }) => kind === 'text');
  return {
    name: title.slice(0, 110),
    sheet: '统计',
    above: [title, `发出 ${run.given} 份，收回 ${own.answers} 份，回收率 ${percentText(own.responseRate)}`],
    rows: [['题目', '作答', '均分', '满意率', '净得分', '分布'], ...lines.map(statisticsRow)],
    more: [
      {
        sheet: '答卷',
        rows: [
          coded.map(({ label }) => label),
          ...sortedRows(answers.map((answer) => coded.map((line) => cellOf(answer, line)))),
        ],
      },
      {
        sheet: '文字意见',
        rows: [
          ['题目', '意见'],
          ...texts.flatMap(({ id, title: asked }) => textsOf(answers, id).map((text) => [asked, text])),
        ],
      },
      {
        sheet: '比较',
        rows: [
          ['题目', '和以往比'],
          ...scoredQuestions(own).map(({ id, title: asked }) => [
            asked,
            comparisonText(compareQuestion(own, others, id)),
          ]),
        ],
      },
    ],
  };
}
