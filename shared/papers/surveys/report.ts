import type { PrintedBlock, PrintedDocument } from '../../contract/printed-document.ts';
import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { percentText, sharePercent } from '../../domain/base/percent.ts';
import { groupByWords } from '../../domain/surveys/frequent-words.ts';
import { audiences } from '../../domain/surveys/survey.ts';
import type { SurveyAnswer } from '../../domain/surveys/survey-answer.ts';
import {
  compareQuestion,
  questionCounts,
  type RunResult,
  scoredQuestions,
  textsOf,
} from '../../regulation/run-result.ts';
import { isScored, type ResultLine } from '../../regulation/survey-results.ts';
import { momentsOf, netPromoter, satisfaction } from '../../regulation/survey-statistics.ts';
import { callout, paragraph, seal, section, title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { tableBlock } from '../table.ts';
import { comparisonText, figuresText, meanText, resultsFoot, tooFew, valuesOf } from './result-words.ts';

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
    tableBlock({
      columns: [
        ['选项', 60, 'left'],
        ['份数', 20, 'right'],
        ['占作答', 20, 'right'],
      ],
      rows: values.map(({ value, label }) => {
        const count = line.counts[value] ?? 0;
        return [label, count, sharePercent(count, line.answered)];
      }),
    }),
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

/** Every scored question beside earlier runs; nothing where there is nothing to compare with. */
function comparisonBlocks(own: RunResult, others: readonly RunResult[]): PrintedBlock[] {
  const questions = scoredQuestions(own);
  if (questions.length === 0 || others.length === 0) return [];
  return [
    tableBlock({
      columns: [
        ['题目', 34, 'left'],
        ['均分', 10, 'right'],
        ['比较（差别是否偶然按 5% 检验）', 56, 'left'],
      ],
      rows: questions.map(({ id, title: asked }) => [
        asked,
        meanText(momentsOf(questionCounts(own, id))?.mean),
        comparisonText(compareQuestion(own, others, id)),
      ]),
    }),
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
  const figures = callout([
    ['回收', `发出 ${run.given} 份，收回 ${own.answers} 份，回收率 ${percentText(own.responseRate)}`],
    ['满意率', `${percentText(overall.satisfactionRate)}（量表题打 4、5 分的占作答的比例，没填的不算）`],
    ['均分', `${meanText(overall.mean)}（满分 5）`],
  ]);
  if (!own.isShown) return [figures, paragraph(`只收回 ${own.answers} 份，${tooFew}分项结果。`)];
  const scored = lines.filter(isBarred);
  const texts = lines.filter(({ question }) => question.kind === 'text');
  const rest = lines.filter((line) => !isBarred(line) && line.question.kind !== 'text');
  return [
    figures,
    ...section('各项评分', scoredBlocks(scored)),
    ...section('选择和数字', rest.flatMap(choiceBlock)),
    ...section('和以往比', comparisonBlocks(own, others)),
    ...section(
      '文字意见（内部使用，不公开）',
      answers ? texts.flatMap((line) => textBlocks(line, answers)) : [],
    ),
  ];
}

/**
 * The report on a run for paper (第24条).
 * @param answers whose texts are printed; null leaves free text out, as where it is published
 */
export function reportPaper(
  issuer: string,
  today: CivilDate,
  own: RunResult,
  others: readonly RunResult[],
  answers: readonly SurveyAnswer[] | null,
): PrintedDocument {
  const { run, version } = own;
  const about = inLine(
    run.classTitle && `培训班：${run.classTitle}`,
    `对象：${audiences[run.audience]}`,
    `问卷：${run.title} 第 ${version.version} 版`,
    run.closed ? `收集至 ${chineseDate(run.closed.on)}` : '',
  );
  const name = `${run.title}报告 ${run.classTitle}`.trim();
  return paper({ issuer, name, foot: resultsFoot, on: today }, [
    title(`${run.title}报告`),
    paragraph(about),
    ...resultBlocks(own, others, answers),
    seal(issuer, today),
  ]);
}
