import { addDays } from '../../../../shared/domain/base/civil-date.ts';
import type { BuildingDesk, Step } from './desk.ts';
import { issueCertificates, matchWalkIn, recordPrints, recordResults, recordWalkIn } from './product.ts';
import {
  addSurveyingCourse,
  classNumbered,
  enrol,
  importRoster,
  learnersByName,
  lessonOn,
  mark,
  membersOf,
  openClassOf,
  score,
  sessionsOf,
} from './work.ts';

const number = '2026-03';
/** Whoever turns up unregistered. */
const guest = '额尔敦朝克图';

async function board(desk: BuildingDesk) {
  const of = await classNumbered(desk, number);
  return { of, sessions: await sessionsOf(desk, of), members: await membersOf(desk, of) };
}

export const rostered: Step = async (desk) => {
  await importRoster(desk, 'rosters/messy.xlsx');
  return { names: (await learnersByName(desk)).map(({ name }) => name) };
};

/** Everybody but one of the roster is in a class of four sessions. */
export const enrolledClass: Step = async (desk) => {
  await addSurveyingCourse(desk);
  const first = '2026-09-05';
  const of = await openClassOf(
    desk,
    { number, title: '测绘地理信息新技术研修班', responsibleTeacher: '周老师' },
    [0, 7, 14, 21].map((days) => lessonOn(addDays(first, days))),
  );
  const members = (await learnersByName(desk)).filter(({ name }) => name !== guest);
  await enrol(
    desk,
    of,
    members.map(({ id }) => id),
  );
  return { names: members.map(({ name }) => name), guest };
};

/** The guest is registered from the second session on; two sessions are marked. */
export const twoSessionsMarked: Step = async (desk) => {
  const { of, sessions, members } = await board(desk);
  const [first, second] = sessions;
  await mark(desk, first, members, { 1: 'late', 2: 'leave', 3: 'absent' });
  const sessionId = second?.id ?? '';
  const known = await desk.database.rows.learners.filter(({ name }) => name === guest).first();
  await desk.execute(recordWalkIn, { sessionId, name: guest, note: '' });
  const walkIns = (await desk.database.rows.attendance.get(sessionId))?.walkIns ?? {};
  const [walkInId = ''] = Object.keys(walkIns);
  await desk.execute(matchWalkIn, { sessionId, walkInId, learnerId: known?.id ?? '' });
  await mark(desk, second, await membersOf(desk, of));
};

export const markedClass: Step = async (desk) => {
  const { sessions, members } = await board(desk);
  await mark(desk, sessions[2], members, { 2: 'absent' });
  await mark(desk, sessions[3], members);
};

/** One has failed, one has no result, the guest has passed without points. */
export const assessedClass: Step = async (desk) => {
  const { of, members } = await board(desk);
  const scores = members.map((_, place) => (place === 4 ? 58 : place === 5 ? null : 70 + place));
  await score(desk, of, members.slice(0, -1), scores.with(17, 91).with(18, 92.5));
  await desk.execute(recordResults, {
    classId: of.id,
    results: [{ learnerId: members.at(-1) ?? '', which: 'first', result: { kind: 'verdict', passed: true } }],
  });
};

export const certifiedClass: Step = async (desk) => {
  const { of, members } = await board(desk);
  const qualified = members.slice(0, -1).filter((_, place) => ![2, 3, 4, 5].includes(place));
  await desk.execute(issueCertificates, { classId: of.id, learnerIds: qualified, desk: null });
};

/** Each certificate has been printed once. */
export const printedClass: Step = async (desk) => {
  const certificateIds = (await desk.database.rows.certificates.toArray()).map(({ id }) => id);
  await desk.execute(recordPrints, { certificateIds });
};
