import type { PrintedBlock, PrintedDocument } from '../../contract/printed-document.ts';
import type { BoxForm } from '../../contract/surveys.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { spacedCode } from '../../domain/base/one-time-code.ts';
import { type Question, questionsOf } from '../../domain/surveys/survey.ts';
import type { SurveyRun } from '../../domain/surveys/survey-run.ts';
import { heading, paragraph, reference, title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { tableBlock } from '../table.ts';

const box = '□';

/** A row each to be ticked under one of some points. */
function pointTable(labels: readonly string[], rows: readonly string[]): PrintedBlock {
  return tableBlock({
    columns: [
      ['题目', 50, 'left'],
      ...labels.map((label, at) => [`${at + 1} ${label}`, 12, 'center'] as const),
    ],
    rows: rows.map((row) => [row, ...labels.map(() => box)]),
  });
}

/** Questions as paper shows them: those on one scale share a table. */
function questionBlocks(questions: readonly Question[], { content, trainers }: BoxForm): PrintedBlock[] {
  const all = questionsOf(content);
  const numbered = (question: Question): string => {
    const at = all.findIndex(({ id }) => id === question.id) + 1;
    const asked = question.showIf && all.findIndex(({ id }) => id === question.showIf?.questionId) + 1;
    return `${at}. ${question.title}${asked ? `（看第 ${asked} 题，适用时填）` : ''}`;
  };
  const blocks: PrintedBlock[] = [];
  for (const [index, question] of questions.entries()) {
    const text = numbered(question);
    if (question.kind === 'scale') {
      const sharesTable = (one: Question | undefined) =>
        one?.kind === 'scale' && one.labels.join() === question.labels.join();
      if (sharesTable(questions[index - 1])) continue;
      const end = questions.findIndex((one, at) => at > index && !sharesTable(one));
      const own = questions.slice(index, end < 0 ? undefined : end);
      blocks.push(pointTable(question.labels, own.map(numbered)));
      continue;
    }
    switch (question.kind) {
      case 'matrix':
        if (trainers.length === 0) break;
        blocks.push(paragraph(text));
        blocks.push(
          pointTable(
            question.labels,
            trainers.flatMap(({ name }) => question.items.map((item) => `${name}　${item.title}`)),
          ),
        );
        break;
      case 'single':
      case 'multiple': {
        const choices = question.choices.map((one, at) => `${box} ${at + 1} ${one.title}`).join('　　');
        blocks.push(paragraph(`${text}${question.kind === 'multiple' ? '（可多选）' : ''}\n${choices}`));
        break;
      }
      case 'number':
        blocks.push(paragraph(`${text}（${question.least}–${question.most}）　________`));
        break;
      case 'text':
        blocks.push(paragraph(text), { kind: 'lines', count: 3 });
        break;
    }
  }
  return blocks;
}

/** The form on paper, with the run's number and, where each has one, a code of its own. */
export function paperForm(
  issuer: string,
  run: SurveyRun,
  form: BoxForm,
  today: CivilDate,
  code: string | null,
): PrintedDocument {
  const { title: asked, intro, sections } = form.content;
  const formNumber = `表单号 ${run.formCode}`;
  return paper({ issuer, name: run.title, foot: inLine(run.title, formNumber), on: today }, [
    reference(inLine(formNumber, code === null ? '' : `码 ${spacedCode(code)}`)),
    title(asked),
    ...(intro === '' ? [] : [paragraph(intro)]),
    paragraph('请在方框里打勾。'),
    ...sections.flatMap(({ title: part, questions }) => {
      const blocks = questionBlocks(questions, form);
      return part === '' ? blocks : [heading(part), ...blocks];
    }),
  ]);
}
