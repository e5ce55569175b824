import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { same } from '../../../shared/domain/base/same.ts';
import { audience, type Survey, surveyContent } from '../../../shared/domain/surveys/survey.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

const one = z.object({ id: z.uuid() });

/** The version of a survey that is given out. @throws Refusal surveyUnpublished */
export async function publishedVersion({ rows }: BaseDatabase, survey: Survey) {
  const versions = await rows.surveyVersions.where('surveyId').equals(survey.id).toArray();
  const version = versions.find((each) => each.version === survey.version);
  if (!version) throw refusal('surveyUnpublished', { title: survey.draft.title });
  return version;
}

export const addSurvey = defineCommand({
  name: 'addSurvey',
  label: '新建问卷',
  event: 'surveyAdded',
  roles: administratorOnly,
  input: z.object({ audience, content: surveyContent }),
  async perform({ audience: whom, content }, { write, newId }) {
    const survey: Survey = { id: newId(), audience: whom, draft: content, version: 0, changed: true };
    await write.put('surveys', survey);
    return survey;
  },
});

/** Changes what the next version will ask; what was given out stays as it was. */
export const editSurvey = defineCommand({
  name: 'editSurvey',
  label: '修改问卷',
  event: 'surveyEdited',
  shortcut: 'mod+S',
  roles: administratorOnly,
  input: one.extend({ content: surveyContent }),
  async perform({ id, content }, { database, write }) {
    const survey = await mustGet(database, 'surveys', id, '问卷');
    const last = survey.version > 0 ? await publishedVersion(database, survey) : null;
    await write.put('surveys', { ...survey, draft: content, changed: !same(last?.content, content) });
  },
});

/** Fixes the draft as the next version: from now on it is what is given out. @throws Refusal surveyUnchanged */
export const publishSurvey = defineCommand({
  name: 'publishSurvey',
  label: '发布问卷',
  event: 'surveyPublished',
  roles: administratorOnly,
  input: one,
  async perform({ id }, { database, write, newId, at, actor }) {
    const survey = await mustGet(database, 'surveys', id, '问卷');
    if (!survey.changed) throw refusal('surveyUnchanged', { title: survey.draft.title });
    const version = survey.version + 1;
    await write.put('surveys', { ...survey, version, changed: false });
    await write.put('surveyVersions', {
      id: newId(),
      surveyId: id,
      version,
      content: survey.draft,
      at,
      by: actor.name,
    });
    return version;
  },
});

/** Only one that was never given out; its versions go with it. @throws Refusal surveyInUse */
export const removeSurvey = defineCommand({
  name: 'removeSurvey',
  label: '删除问卷',
  event: 'surveyRemoved',
  roles: administratorOnly,
  input: one,
  async perform({ id }, { database, write }) {
    const survey = await mustGet(database, 'surveys', id, '问卷');
    const versions = await database.rows.surveyVersions.where('surveyId').equals(id).primaryKeys();
    const runs = await database.rows.surveyRuns.where('versionId').anyOf(versions).count();
    if (runs > 0) throw refusal('surveyInUse', { title: survey.draft.title });
    await write.remove('surveyVersions', ...versions);
    await write.remove('surveys', id);
  },
});
