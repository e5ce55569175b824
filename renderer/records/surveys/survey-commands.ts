import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { audience, type Survey, surveyContent } from '../../../shared/domain/surveys/survey.ts';
import { defineCommand } from '../../database/command.ts';
import { editDraft, newDraft, publishDraft, removeDraft } from '../drafts/drafts.ts';
import { surveyDrafts } from './survey-drafts.ts';

const one = z.object({ id: z.uuid() });

export const addSurvey = defineCommand({
  name: 'addSurvey',
  label: '新建问卷',
  event: 'surveyAdded',
  roles: administratorOnly,
  input: z.object({ audience, content: surveyContent }),
  async perform({ audience: whom, content }, { write, newId }) {
    const survey: Survey = { ...newDraft(newId(), content), audience: whom };
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
  perform: ({ id, content }, context) => editDraft(surveyDrafts, id, content, context),
});

/** Fixes the draft as the next version: from now on it is what is given out. @throws Refusal surveyUnchanged */
export const publishSurvey = defineCommand({
  name: 'publishSurvey',
  label: '发布问卷',
  event: 'surveyPublished',
  roles: administratorOnly,
  input: one,
  perform: ({ id }, context) => publishDraft(surveyDrafts, id, context),
});

/** Only one that was never given out; its versions go with it. @throws Refusal surveyInUse */
export const removeSurvey = defineCommand({
  name: 'removeSurvey',
  label: '删除问卷',
  event: 'surveyRemoved',
  roles: administratorOnly,
  input: one,
  perform: ({ id }, context) =>
    removeDraft(surveyDrafts, id, context, async (versionIds) => {
      const runs = context.database.rows.surveyRuns.where('versionId').anyOf(versionIds);
      return (await runs.count()) > 0;
    }),
});
