import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsOf, type SurveyContent, surveyContent } from '../../../shared/domain/surveys/survey.ts';
import { surveyTemplates } from '../../../shared/domain/surveys/survey-templates.ts';
import { freeId, moved, newQuestion, withAdded, withoutQuestion, withoutSection } from './draft-edits.ts';

const template = surveyTemplates[0]!.content;
const ids = (content: SurveyContent) => questionsOf(content).map(({ id }) => id);

describe('a survey under work loses no question but the one that is taken out', () => {
  const place = fc
    .constantFrom(...template.sections)
    .chain(({ id, questions }) =>
      fc.record({ sectionId: fc.constant(id), index: fc.nat(Math.max(0, questions.length - 1)) }),
    );

  test('dragged anywhere and back it is what it was', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const there = moved(template, from, to);
        expect([...ids(there)].sort()).toEqual([...ids(template)].sort());
        const landed = there.sections.find(({ id }) => id === to.sectionId)?.questions.length ?? 1;
        const back = moved(there, { ...to, index: Math.min(to.index, landed - 1) }, from);
        expect(back).toEqual(template);
      }),
    );
  });

  test('a section that goes leaves its questions to its neighbour', () => {
    for (const { id } of template.sections) {
      const rest = withoutSection(template, id);
      expect(rest.sections).toHaveLength(template.sections.length - 1);
      expect(ids(rest)).toEqual(ids(template));
    }
  });

  test('what a condition asked for goes with its condition', () => {
    const rest = withoutQuestion(template, 'again');
    expect(questionsOf(rest).find(({ id }) => id === 'why-not')?.showIf).toBeNull();
    expect(surveyContent.safeParse(rest).success).toBe(true);
  });

  test.each(['scale', 'matrix', 'single', 'multiple', 'number', 'text'] as const)(
    'a new %s can be put as it is',
    (kind) => {
      const question = newQuestion(kind, freeId(template, 'q'));
      expect(surveyContent.safeParse(withAdded(template, 'needs', question)).success).toBe(true);
    },
  );
});
