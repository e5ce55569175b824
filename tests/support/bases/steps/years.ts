import { addDays } from '../../../../shared/domain/base/civil-date.ts';
import type { Step } from './desk.ts';
import { addCourse, addSessions, closeClass, issueCertificates } from './product.ts';
import {
  classNumbered,
  enrol,
  importRoster,
  lessonOn,
  mark,
  membersOf,
  openClassOf,
  score,
  sessionsOf,
} from './work.ts';

const number = '2025-12';

/** A class of 30 hours of both kinds over New Year; the last of twenty missed two sessions of eight. */
export const mixedTaught: Step = async (desk) => {
  const now = Number(desk.today.slice(0, 4));
  await desk.execute(addCourse, {
    title: '综合能力提升',
    subjectKind: 'professional',
    content: '职业道德、法律法规与测绘新技术。',
    creditHours: 24,
    textbook: '',
  });
  const of = await openClassOf(desk, { number, title: '综合能力提升班', responsibleTeacher: '周老师' }, []);
  await enrol(desk, of, await importRoster(desk, 'rosters/messy.xlsx'));
  const general = { subjectKind: 'general' } as const;
  await desk.execute(addSessions, {
    classId: of.id,
    sessions: [
      lessonOn(`${now - 2}-12-31`, general),
      lessonOn(`${now - 1}-01-05`, general),
      ...[0, 1, 2, 3, 4].map((days) => lessonOn(addDays(`${now - 1}-01-06`, days))),
      lessonOn(`${now - 1}-01-12`, { minutes: 90, endTime: '10:30' }),
    ],
  });
  const members = await membersOf(desk, of);
  for (const [turn, session] of (await sessionsOf(desk, of)).entries()) {
    await mark(desk, session, members, turn > 5 ? { [members.length - 1]: 'absent' } : {});
  }
  const learners = await desk.database.rows.learners.bulkGet(members);
  return { names: learners.map((row) => row?.name ?? '') };
};

/** All have passed, all but the last have their certificates, and the class is closed. */
export const mixedClosed: Step = async (desk) => {
  const of = await classNumbered(desk, number);
  const members = await membersOf(desk, of);
  await score(
    desk,
    of,
    members,
    members.map(() => 86),
  );
  await desk.execute(issueCertificates, { classId: of.id, learnerIds: members.slice(0, -1), desk: null });
  await desk.execute(closeClass, { classId: of.id });
};
