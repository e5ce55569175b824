import type { PrintedBlock, PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { BoxForm } from '../../../shared/contract/surveys.ts';
import { spacedCode } from '../../../shared/domain/base/one-time-code.ts';
import { type Question, questionsOf } from '../../../shared/domain/surveys/survey.ts';
import type { SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';

const box = '□';

function pointTable(labels: readonly string[], rows: readonly string[]): PrintedBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '题目', share: 50, align: 'left' },
      ...labels.map((label, at) => ({ heading: `${at + 1} ${label}`, share: 12, align: 'center' as const })),
    ],
    rows: rows.map((row) => [row, ...labels.map(() => box)]),
    hasTotal: false,
  };
}

function paragraph(text: string): PrintedBlock {
  return { kind: 'paragraph', text, indented: false };
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
        const choices = question.choices.map(({ title }, at) => `${box} ${at + 1} ${title}`).join('　　');
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
  baseName: string,
  run: SurveyRun,
  form: BoxForm,
  today: string,
  code: string | null,
): PrintedDocument {
  return {
    title: run.title,
    author: baseName,
    footer: `${baseName}　${run.title}　表单号 ${run.formCode}`,
    createdOn: today,
    landscape: false,
    blocks: [
      { kind: 'reference', text: `表单号 ${run.formCode}${code === null ? '' : `　码 ${spacedCode(code)}`}` },
      { kind: 'title', text: form.content.title },
      ...(form.content.intro === '' ? [] : [paragraph(form.content.intro)]),
      paragraph('请在方框里打勾。'),
      ...form.content.sections.flatMap(({ title, questions }): PrintedBlock[] => [
        ...(title === '' ? [] : [{ kind: 'heading', text: title } as const]),
        ...questionBlocks(questions, form),
      ]),
    ],
  };
}

/** One-time codes to be cut out and drawn at random; nothing on them is anybody's. */
export function slips(
  baseName: string,
  run: SurveyRun & { classTitle: string },
  codes: readonly string[],
  today: string,
): PrintedDocument {
  return {
    title: `${run.title} 票`,
    author: baseName,
    footer: `${baseName}　${run.title}　沿线剪开，随机发放，不要登记谁拿了哪一张`,
    createdOn: today,
    landscape: false,
    blocks: [
      {
        kind: 'slips',
        title: run.title,
        subtitle: run.classTitle,
        note: '只能用一次，不记名',
        codes: codes.map(spacedCode),
      },
    ],
  };
}
