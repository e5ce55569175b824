import { z } from 'zod';
import {
  answersOffered,
  type Choice,
  type Question,
  type SurveyContent,
  surveyContent,
} from '../../domain/surveys/survey.ts';
import { refusal } from '../../refusals/index.ts';
import { parseBoundedJson } from '../bounded-json.ts';

/** A text of SurveyJS: plain, or by language. */
const text = z.union([z.string(), z.record(z.string(), z.string())]).transform((value) => {
  if (typeof value === 'string') return value;
  return value['zh-cn'] ?? value.zh ?? value.default ?? Object.values(value)[0] ?? '';
});

const valued = z.union([
  z.union([z.string(), z.number()]).transform((value) => ({ value: String(value), text: String(value) })),
  z
    .object({ value: z.union([z.string(), z.number()]), text: text.optional() })
    .transform((item) => ({ value: String(item.value), text: item.text ?? String(item.value) })),
]);

const element = z.object({
  type: z.string(),
  name: z.string().default(''),
  title: text.optional(),
  isRequired: z.boolean().default(false),
  visibleIf: z.string().optional(),
  choices: z.array(valued).optional(),
  columns: z.array(valued).optional().catch(undefined),
  rows: z.array(valued).optional().catch(undefined),
  rateMin: z.number().optional(),
  rateMax: z.number().optional(),
  rateValues: z.array(valued).optional(),
  inputType: z.string().optional(),
  min: z.number().optional().catch(undefined),
  max: z.number().optional().catch(undefined),
  get elements() {
    return z.array(element).optional();
  },
});
type Element = z.infer<typeof element>;

const survey = z.object({
  title: text.optional(),
  description: text.optional(),
  pages: z.array(z.object({ title: text.optional(), elements: z.array(element).default([]) })).optional(),
  elements: z.array(element).optional(),
});

export interface ImportedSurvey {
  content: SurveyContent;
  /** What could not be taken over, one line each. */
  skipped: string[];
}

const points = ['1', '2', '3', '4', '5'];

/** Five points, the least first: of values or of columns; null where there are not five. */
function fivePoints(values: readonly { value: string; text: string }[]): string[] | null {
  if (values.length !== points.length) return null;
  const isDescending = Number(values[0]?.value) > Number(values.at(-1)?.value);
  return (isDescending ? [...values].reverse() : values).map((item) => item.text);
}

function choicesOf(values: readonly { text: string }[]): Choice[] {
  return values.map((item, at) => ({ id: `c${at + 1}`, title: item.text }));
}

class Importer {
  readonly skipped: string[] = [];
  /** Questions by their SurveyJS name, with the values its answers had there. */
  private readonly known = new Map<string, { question: Question; values: string[] }>();
  private count = 0;

  private nextId(): string {
    this.count += 1;
    return `q${this.count}`;
  }

  private skip(one: Element, why: string): Question[] {
    this.skipped.push(`${one.title ?? one.name}：${why}`);
    return [];
  }

  /** `{again} = 'no'` and the like; anything else is left out and said. */
  private showIfOf(one: Element): Question['showIf'] {
    if (one.visibleIf === undefined) return null;
    const match = /^\s*\{([^}]+)\}\s*(?:=|==|contains)\s*\[?\s*['"]?([^'"\]]+)['"]?\s*\]?\s*$/.exec(
      one.visibleIf,
    );
    const known = match?.[1] === undefined ? undefined : this.known.get(match[1]);
    const offered = known && answersOffered(known.question);
    const choice = offered?.[known?.values.indexOf(match?.[2] ?? '') ?? -1];
    if (known && choice) return { questionId: known.question.id, anyOf: [choice.id] };
    this.skipped.push(`${one.title ?? one.name}：显示条件 ${one.visibleIf} 没有照搬，改为总是显示`);
    return null;
  }

  private keep(one: Element, made: Question, values: string[]): Question[] {
    this.known.set(one.name, { question: made, values });
    return [made];
  }

  questionsOf(one: Element): Question[] {
    if (one.elements) return one.elements.flatMap((inner) => this.questionsOf(inner));
    const about = () => ({
      id: this.nextId(),
      title: (one.title ?? one.name).slice(0, 200),
      required: one.isRequired,
      showIf: this.showIfOf(one),
    });
    switch (one.type) {
      case 'rating': {
        const values = one.rateValues ?? ratedFrom(one.rateMin ?? 1, one.rateMax ?? 5);
        const labels = fivePoints(values);
        if (labels) return this.keep(one, { kind: 'scale', ...about(), labels }, points);
        const [least, most] = [Number(values[0]?.value), Number(values.at(-1)?.value)];
        if (!Number.isInteger(least) || !Number.isInteger(most)) return this.skip(one, '分值不是整数');
        return this.keep(one, { kind: 'number', ...about(), least, most }, []);
      }
      case 'matrix': {
        const labels = fivePoints(one.columns ?? []);
        if (!labels) return this.skip(one, '矩阵题只能导入五个等级的');
        return (one.rows ?? []).map(
          (row): Question => ({ kind: 'scale', ...about(), title: row.text.slice(0, 200), labels }),
        );
      }
      case 'radiogroup':
      case 'dropdown':
        return this.chosen(one, 'single', one.choices ?? [], about);
      case 'boolean': {
        const yesNo = [
          { value: 'true', text: '是' },
          { value: 'false', text: '否' },
        ];
        return this.chosen(one, 'single', yesNo, about);
      }
      case 'checkbox':
      case 'tagbox':
        return this.chosen(one, 'multiple', one.choices ?? [], about);
      case 'comment':
        return this.keep(one, { kind: 'text', ...about() }, []);
      case 'text':
        if (one.inputType !== 'number') return this.keep(one, { kind: 'text', ...about() }, []);
        return this.keep(one, { kind: 'number', ...about(), least: one.min ?? 0, most: one.max ?? 9999 }, []);
      default:
        return this.skip(one, `题型 ${one.type} 不能导入`);
    }
  }

  private chosen(
    one: Element,
    kind: 'single' | 'multiple',
    values: readonly { value: string; text: string }[],
    about: () => Pick<Question, 'id' | 'title' | 'required' | 'showIf'>,
  ): Question[] {
    if (values.length < 2) return this.skip(one, '选项不足两个');
    const made: Question = { kind, ...about(), choices: choicesOf(values) };
    return this.keep(
      one,
      made,
      values.map(({ value }) => value),
    );
  }
}

function ratedFrom(least: number, most: number): { value: string; text: string }[] {
  const count = Math.max(0, Math.min(20, most - least + 1));
  return Array.from({ length: count }, (_, at) => ({ value: String(least + at), text: `${least + at} 分` }));
}

/**
 * A survey in SurveyJS's JSON as one of ours, as far as the kinds go; the rest is named.
 * @throws Refusal badInput where it is no such file, or nothing of it can be taken over
 */
export function importSurveyJs(name: string, json: string): ImportedSurvey {
  let raw: unknown;
  try {
    raw = parseBoundedJson(json);
  } catch {
    throw refusal('badInput', { where: name, why: '不是 JSON 文件，请从 SurveyJS 导出 JSON 后再试' });
  }
  const parsed = survey.safeParse(raw);
  if (!parsed.success) throw refusal('badInput', { where: name, why: '不是 SurveyJS 的问卷' });
  const { title, description, pages, elements } = parsed.data;
  const importer = new Importer();
  const sections = (pages ?? [{ elements: elements ?? [], title: undefined }]).map((page, at) => ({
    id: `s${at + 1}`,
    title: (page.title ?? '').slice(0, 80),
    questions: page.elements.flatMap((one) => importer.questionsOf(one)),
  }));
  const content = surveyContent.safeParse({
    title: (title ?? name.replace(/\.json$/i, '')).slice(0, 60),
    intro: (description ?? '').slice(0, 500),
    sections: sections.filter(({ questions }) => questions.length > 0),
  });
  if (!content.success) {
    throw refusal('badInput', { where: name, why: content.error.issues[0]?.message ?? '没有能导入的题目' });
  }
  return { content: content.data, skipped: importer.skipped };
}
