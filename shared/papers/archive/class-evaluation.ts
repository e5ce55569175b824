import { meanScore } from '../../domain/people/trainer-score.ts';
import { paragraph } from '../blocks.ts';
import { resultBlocks } from '../surveys/report.ts';
import { tableBlock } from '../table.ts';
import { nothing, recordPaper, type SourceContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';

function surveyContents(record: ClassRecord): SourceContent {
  const back = record.evaluations.map(({ run, answers }) => `${run.title}收回 ${answers} 份`);
  return {
    state: back.join('，'),
    documents: record.evaluations.map((own) =>
      recordPaper(record, own.run.title, resultBlocks(own, [], null)),
    ),
  };
}

/** Surveys speak for themselves; valuations of trainers that were typed in stand behind them. */
export function classEvaluation(record: ClassRecord): SourceContent {
  const { trainers } = record;
  const surveys = surveyContents(record);
  const scores = record.scores.filter(({ runId }) => runId === null);
  const mean = meanScore(scores);
  if (mean === null) return surveys.documents.length > 0 ? surveys : nothing;
  const names = new Map(trainers.map(({ id, name }) => [id, name]));
  const blocks = [
    paragraph(`教师平均评分 ${mean.toFixed(1)}（100 分制，第24条）。`),
    tableBlock({
      columns: [
        ['教师', 40, 'left'],
        ['评分', 20, 'right'],
        ['评分人数', 20, 'right'],
        ['日期', 20, 'left'],
      ],
      rows: scores.map(({ trainerId, score, answers, date }) => [
        names.get(trainerId) ?? '',
        score.toFixed(1),
        answers,
        date,
      ]),
    }),
  ];
  return {
    state: [surveys.state, `${scores.length} 位教师已评分`].filter((part) => part !== '').join('，'),
    documents: [...surveys.documents, recordPaper(record, '教师评分', blocks)],
  };
}
