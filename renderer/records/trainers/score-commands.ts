import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { trainerScoreDetails } from '../../../shared/domain/people/trainer-score.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { resolveTrainers } from '../../../shared/regulation/trainer-roster.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet, sessionsOfClass } from '../lookups.ts';
import { namedTrainers } from '../sealing/trainer-rows.ts';

/**
 * Registers how the learners of a class valued a trainer (第24条).
 * @throws Refusal scoreBeyondClass where more answered than were there, trainerNotOfClass, scoreFromSurvey
 */
export const recordTrainerScore = defineCommand({
  name: 'recordTrainerScore',
  label: '登记教师评分',
  event: 'trainerScoreRecorded',
  roles: administratorOnly,
  input: trainerScoreDetails,
  refuseUndo: async () => undefined,
  async perform(details, { database, write, newId, at, actor, today }) {
    const { title } = await mustGet(database, 'classes', details.classId, '培训班');
    if (details.date > today) throw refusal('dateInFuture', { what: '评分', date: details.date });
    const roster = await namedTrainers(database);
    const trainer = roster.find(({ id }) => id === details.trainerId);
    if (!trainer) throw refusal('notFound', { what: '教师' });
    const sessions = await sessionsOfClass(database, details.classId);
    const taught = sessions.some((session) =>
      Object.values(resolveTrainers(session, roster)).includes(details.trainerId),
    );
    if (!taught) throw refusal('trainerNotOfClass', { name: trainer.name, title });
    const people = await database.rows.enrolments.where('classId').equals(details.classId).count();
    if (details.answers > people) {
      throw refusal('scoreBeyondClass', { title, people, answers: details.answers });
    }
    const own = await database.rows.trainerScores.where('classId').equals(details.classId).toArray();
    const before = own.find(({ trainerId }) => trainerId === details.trainerId);
    if (before?.runId) throw refusal('scoreFromSurvey', { name: trainer.name, title });
    await write.put('trainerScores', {
      ...details,
      id: before?.id ?? newId(),
      runId: null,
      at,
      by: actor.name,
    });
  },
});

export const removeTrainerScore = defineCommand({
  name: 'removeTrainerScore',
  label: '删除教师评分',
  event: 'trainerScoreRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    const score = await mustGet(database, 'trainerScores', id, '评分');
    if (score.runId) {
      const [of, roster] = await Promise.all([
        database.rows.classes.get(score.classId),
        namedTrainers(database),
      ]);
      const name = roster.find((one) => one.id === score.trainerId)?.name ?? '';
      throw refusal('scoreFromSurvey', { name, title: of?.title ?? '' });
    }
    await write.remove('trainerScores', id);
  },
});
