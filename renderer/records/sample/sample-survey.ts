import type { SurveyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import type { SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';
import { surveyTemplates } from '../../../shared/domain/surveys/survey-templates.ts';
import type { CommandContext } from '../../database/command.ts';
import { closeSurveyRun, openSurveyRun } from '../surveys/run-commands.ts';
import { addSurvey, publishSurvey } from '../surveys/survey-commands.ts';

const asked = 16;
const answered = 14;
const advice = ['教室空调太冷', '多安排实操', '希望空调温度高一点', '实操时间再长些', '中午休息时间太短'];

/** Answers made up by a rule: content and teaching well liked, the rooms less. */
function sampleAnswer(at: number, trainers: SurveyRun['trainers']): SurveyAnswer {
  const points = [5 - (at % 2), 4 + (at % 2), 5 - (at % 2), 4, 2 + (at % 3), 5];
  const scales = points.map((point, item) => [`satisfaction-${item + 1}`, point] as const);
  const rated = trainers.map(
    ({ id }) => [id, { attitude: 5, content: 5 - (at % 2), method: 4 + (at % 2) }] as const,
  );
  const words = advice[at];
  return {
    ...Object.fromEntries(scales),
    recommend: 7 + (at % 4),
    ...(words !== undefined && { advice: words }),
    teaching: Object.fromEntries(rated),
  };
}

/** A survey that the learners of a class have answered, and another that only waits to be given out. */
export async function sampleSurvey(classId: string, context: CommandContext): Promise<void> {
  for (const { audience, content } of surveyTemplates) {
    const { id } = await addSurvey.perform({ audience, content }, context);
    await publishSurvey.perform({ id }, context);
    if (content.title !== '学员满意度调查表') continue;
    const about = { surveyId: id, aboutClassId: classId, access: 'open' as const, given: asked };
    const run = await openSurveyRun.perform(about, context);
    const answers = Array.from({ length: answered }, (_, at) => sampleAnswer(at, run.trainers));
    const received = { kiosk: answered, file: 0, paper: 0, sheet: 0 };
    await closeSurveyRun.perform(
      { runId: run.id, lot: context.newId(), given: asked, received, answers },
      context,
    );
  }
}
