import type { Survey, SurveyContent, SurveyVersion } from '../../../shared/domain/surveys/survey.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { DraftKind } from '../drafts/drafts.ts';
import { mustGet } from '../lookups.ts';

/** Surveys as drafts: what was given out stays with its version. */
export const surveyDrafts: DraftKind<SurveyContent, Survey, SurveyVersion> = {
  find: (database, id) => mustGet(database, 'surveys', id, '问卷'),
  versionsOf: ({ rows }, id) => rows.surveyVersions.where('surveyId').equals(id).toArray(),
  contentOf: ({ content }) => content,
  keep: (write, row) => write.put('surveys', row),
  keepVersion: (write, surveyId, published, content) =>
    write.put('surveyVersions', { ...published, surveyId, content }),
  async remove(write, id, versionIds) {
    await write.remove('surveyVersions', ...versionIds);
    await write.remove('surveys', id);
  },
  unchanged: ({ title }) => refusal('surveyUnchanged', { title }),
  unpublished: ({ title }) => refusal('surveyUnpublished', { title }),
  inUse: ({ title }) => refusal('surveyInUse', { title }),
};
