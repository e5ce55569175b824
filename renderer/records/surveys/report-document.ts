import type { PrintedBlock, PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { groupByWords } from '../../../shared/domain/surveys/frequent-words.ts';
import { audiences } from '../../../shared/domain/surveys/survey.ts';
import type { SurveyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import { isScored, type ResultLine } from '../../../shared/regulation/survey-results.ts';
import {
  momentsOf,
  netPromoter,
  percent,
  satisfaction,
} from '../../../shared/regulation/survey-statistics.ts';
import { compareQuestion, questionCounts, type RunResult, scoredQuestions, textsOf } from './queries.ts';
import { comparisonText, figuresText, meanText, percentText, tooFew, valuesOf } from './result-words.ts';

function paragraph(text: string): PrintedBlock {
  return { kind: 'paragraph', text, indented: false };
}

function barFigures({ question, counts }: ResultLine): string {
  const mean = `均分 ${meanText(momentsOf(counts)?.mean)}`;
  if (question.kind !== 'number') return `${mean}，满意 ${percentText(satisfaction(counts).rate)}`;
  return question.least === 0 && question.most === 10
    ? `${mean}，净推荐值 ${netPromoter(counts) ?? '—'}`
    : mean;
}

/** Whether a line is drawn as a bar: points, and numbers where they are few. */
function isBarred(line: ResultLine): boolean {
  return isScored(line) || (line.question.kind === 'number' && valuesOf(line.question).length > 0);
}

/** Points of one scale as bars; lines of another scale begin another legend. */
function scoredBlocks(lines: readonly ResultLine[]): PrintedBlock[] {
  const groups = new Map<string, ResultLine[]>();
  for (const line of lines) {
    const key = valuesOf(line.question)
      .map(({ label }) => label)
      .join();
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((own): PrintedBlock => {
    const values = own[0] ? valuesOf(own[0].question) : [];
    return {
      kind: 'bars',
      legend: values.map(({ value, label }) => (label === value ? value : `${value} ${label}`)),
      rows: own.map((line) => ({
        label: line.label,
        parts: values.map(({ value }) => line.counts[value] ?? 0),
        figures: line.isShown ? barFigures(line) : tooFew,
      })),
    };
  });
}

function choiceBlock(line: ResultLine): PrintedBlock[] {
  const values = valuesOf(line.question);
  const about = paragraph(`${line.label}：${figuresText(line)}`);
  if (values.length === 0 || !line.isShown) return [about];
  return [
    about,
    {
      kind: 'table',
      columns: [
        { heading: '选项', share: 60, align: 'left' },
        { heading: '份数', share: 20, align: 'right' },
        { heading: '占作答', share: 20, align: 'right' },
      ],
      rows: values.map(({ value, label }) => {
        const count = line.counts[value] ?? 0;
        return [label, String(count), percentText(percent(count, line.answered))];
      }),
      hasTotal: false,
    },
  ];
}

function textBlocks(line: ResultLine, answers: readonly SurveyAnswer[]): PrintedBlock[] {
  const groups = groupByWords(textsOf(answers, line.key));
  return [
    paragraph(line.label),
    ...groups.map(({ word, texts }) =>
      paragraph(
        `${word === null ? '其他' : `“${word}”`}（${texts.length}）：\n${texts.map((text) => `· ${text}`).join('\n')}`,
      ),
    ),
  ];
}

function comparisonBlocks(rows: string[][]): PrintedBlock[] {
  return [
    { kind: 'heading', text: '和以往比' },
    {
      kind: 'table',
      columns: [
        { heading: '题目', share: 34, align: 'left' },
        { heading: '均分', share: 10, align: 'right' },
        { heading: '比较（差别是否偶然按 5% 检验）', share: 56, align: 'left' },
      ],
      rows,
      hasTotal: false,
    },
  ];
}

/**
 * A run's results as blocks: for the report, and for the archive of the class.
 * @param others runs to compare with; none leaves the comparison out
 * @param answers whose texts are printed; null leaves free text out
 */
export function resultBlocks(
  own: RunResult,
  others: readonly RunResult[],
  answers: readonly SurveyAnswer[] | null,
): PrintedBlock[] {
  const { run, overall, lines } = own;
  const figures: PrintedBlock = {
    kind: 'callout',
    lines: [
      {
        label: '回收',
        text: `发出 ${run.given} 份，收回 ${own.answers} 份，回收率 ${percentText(own.responseRate)}`,
      },
      {
        label: '满意率',
        text: `${percentText(overall.satisfactionRate)}（量表题打 4、5 分的占作答的比例，没填的不算）`,
      },
      { label: '均分', text: `${meanText(overall.mean)}（满分 5）` },
    ],
  };
  if (!own.isShown) return [figures, paragraph(`只收回 ${own.answers} 份，${tooFew}分项结果。`)];
  const scored = lines.filter(isBarred);
  const texts = lines.filter(({ question }) => question.kind === 'text');
  const rest = lines.filter((line) => !isBarred(line) && line.question.kind !== 'text');
  const comparisons = scoredQuestions(own).map(({ id, title }): string[] => [
    title,
    meanText(momentsOf(questionCounts(own, id))?.mean),
    comparisonText(compareQuestion(own, others, id)),
  ]);
  return [
    figures,
    ...(scored.length > 0 ? [{ kind: 'heading', text: '各项评分' } as const, ...scoredBlocks(scored)] : []),
    ...(rest.length > 0
      ? [{ kind: 'heading', text: '选择和数字' } as const, ...rest.flatMap(choiceBlock)]
      : []),
    ...(comparisons.length > 0 && others.length > 0 ? comparisonBlocks(comparisons) : []),
    ...(answers && texts.length > 0
      ? [
          { kind: 'heading', text: '文字意见（内部使用，不公开）' } as const,
          ...texts.flatMap((line) => textBlocks(line, answers)),
        ]
      : []),
  ];
}

/**
 * The report on a run for paper (第24条).
 * @param answers whose texts are printed; null leaves free text out, as where it is published
 */
export function reportDocument(
  baseName: string,
  today: string,
  own: RunResult,
  others: readonly RunResult[],
  answers: readonly SurveyAnswer[] | null,
): PrintedDocument {
  const { run, version } = own;
  const about = [
    run.classTitle && `培训班：${run.classTitle}`,
    `对象：${audiences[run.audience]}`,
    `问卷：${run.title} 第 ${version.version} 版`,
    run.closed && `收集至 ${chineseDate(run.closed.on)}`,
  ].filter((part) => part);
  return {
    title: `${run.title}报告 ${run.classTitle}`.trim(),
    author: baseName,
    footer: `${baseName}　培训效果评估`,
    createdOn: today,
    landscape: false,
    blocks: [
      { kind: 'title', text: `${run.title}报告` },
      paragraph(about.join('　')),
      ...resultBlocks(own, others, answers),
      { kind: 'seal', issuer: baseName, date: chineseDate(today) },
    ],
  };
}
