import type {
  Question,
  QuestionKind,
  SurveyContent,
  SurveySection,
} from '../../../shared/domain/surveys/survey.ts';
import { questionsOf } from '../../../shared/domain/surveys/survey.ts';

/** An id that nothing of the survey has: a question keeps its own through every version. */
export function freeId(content: SurveyContent, prefix: string): string {
  const taken = new Set([
    ...content.sections.map(({ id }) => id),
    ...questionsOf(content).map(({ id }) => id),
  ]);
  for (let number = 1; ; number += 1) if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`;
}

const satisfied = ['很不满意', '不满意', '一般', '满意', '非常满意'];
const good = ['很差', '较差', '一般', '较好', '很好'];
const twoChoices = [
  { id: 'c1', title: '选项一' },
  { id: 'c2', title: '选项二' },
];

/** A question of a kind with what it needs to be put. */
export function newQuestion(kind: QuestionKind, id: string): Question {
  const about = { id, title: '新题目', required: kind !== 'text', showIf: null };
  switch (kind) {
    case 'scale':
      return { kind, ...about, labels: satisfied };
    case 'matrix':
      return { kind, ...about, labels: good, items: [{ id: 'c1', title: '教学态度' }] };
    case 'single':
    case 'multiple':
      return { kind, ...about, choices: twoChoices };
    case 'number':
      return { kind, ...about, least: 0, most: 10 };
    case 'text':
      return { kind, ...about };
  }
}

function withSections(
  content: SurveyContent,
  change: (section: SurveySection) => SurveySection,
): SurveyContent {
  return { ...content, sections: content.sections.map(change) };
}

export function withQuestion(content: SurveyContent, changed: Question): SurveyContent {
  return withSections(content, (section) => ({
    ...section,
    questions: section.questions.map((one) => (one.id === changed.id ? changed : one)),
  }));
}

/** Without the question, and without conditions that asked for its answer. */
export function withoutQuestion(content: SurveyContent, id: string): SurveyContent {
  return withSections(content, (section) => ({
    ...section,
    questions: section.questions
      .filter((one) => one.id !== id)
      .map((one) => (one.showIf?.questionId === id ? { ...one, showIf: null } : one)),
  }));
}

export interface Place {
  sectionId: string;
  index: number;
}

/** The question of one place at another, where it stands after the move. */
export function moved(content: SurveyContent, from: Place, to: Place): SurveyContent {
  const question = content.sections.find(({ id }) => id === from.sectionId)?.questions[from.index];
  if (!question) return content;
  const taken = withSections(content, (section) =>
    section.id === from.sectionId
      ? { ...section, questions: section.questions.filter((_, at) => at !== from.index) }
      : section,
  );
  return withSections(taken, (section) =>
    section.id === to.sectionId
      ? { ...section, questions: section.questions.toSpliced(to.index, 0, question) }
      : section,
  );
}

export function withAdded(content: SurveyContent, sectionId: string, question: Question): SurveyContent {
  return withSections(content, (section) =>
    section.id === sectionId ? { ...section, questions: [...section.questions, question] } : section,
  );
}

export function withSection(content: SurveyContent, changed: SurveySection): SurveyContent {
  return withSections(content, (section) => (section.id === changed.id ? changed : section));
}

/** Without a section; its questions go to the one before it, or behind it where it was the first. */
export function withoutSection(content: SurveyContent, id: string): SurveyContent {
  const at = content.sections.findIndex((section) => section.id === id);
  const gone = content.sections[at];
  const heir = content.sections[at - 1] ?? content.sections[at + 1];
  if (!gone || !heir) return content;
  const questions = at > 0 ? [...heir.questions, ...gone.questions] : [...gone.questions, ...heir.questions];
  const rest = content.sections.filter((section) => section.id !== id);
  return withSection({ ...content, sections: rest }, { ...heir, questions });
}
