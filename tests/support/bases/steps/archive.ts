import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { addDays } from '../../../../shared/domain/base/civil-date.ts';
import type { BuildingDesk, Step } from './desk.ts';
import {
  addTrainer,
  appointTrainer,
  archiveState,
  attachFiles,
  closeClass,
  correctRecords,
  fileClass,
  fileSupplement,
  lastSequence,
  nextNumber,
  openSupplement,
  readClassRecord,
  supplementNumber,
  supplementRequest,
  volumeRequest,
  volumesOf,
} from './product.ts';
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
const filedBy = '周老师';

export const trainerAppointed: Step = async ({ execute, today }) => {
  const trainerId = await execute(addTrainer, {
    employment: 'partTime',
    origin: 'inRegion',
    fields: ['测绘'],
    subjects: ['professional'],
    certificates: [],
    photo: null,
    bankName: '',
    bankAccount: '6222 0212 3456 7890 123',
    note: '',
    leftOn: null,
    learnerId: null,
    person: {
      name: '高教授',
      employerName: '内蒙古工业大学',
      title: '教授',
      titleLevel: 'none',
      phone: '',
    },
  });
  const until = `${Number(today.slice(0, 4)) + 2}-12-31`;
  await execute(appointTrainer, { trainerId, position: '兼职教师', subjects: '测绘', from: today, until });
};

/** Five of a roster are in a class that is over. */
export const fiveEnrolled: Step = async (desk) => {
  await importRoster(desk, 'rosters/messy.xlsx');
  await addSurveyingCourse(desk);
  const of = await openClassOf(
    desk,
    { number, title: '测绘地理信息新技术研修班', responsibleTeacher: filedBy },
    [28, 21, 14, 7].map((days) => lessonOn(addDays(desk.today, -days))),
  );
  const five = (await learnersByName(desk)).slice(0, 5);
  await enrol(
    desk,
    of,
    five.map(({ id }) => id),
  );
  return { names: five.map(({ name }) => name) };
};

/** Taught, assessed and closed; one was absent once. */
export const fiveClosed: Step = async (desk) => {
  const of = await classNumbered(desk, number);
  const members = await membersOf(desk, of);
  for (const [turn, session] of (await sessionsOf(desk, of)).entries()) {
    await mark(desk, session, members, turn === 0 ? { 2: 'absent' } : {});
  }
  await score(desk, of, members, [86, 91, 77, 68, 95]);
  await desk.execute(closeClass, { classId: of.id });
};

/** Scans and photos lie in its archive. */
export const filesAttached: Step = async (desk) => {
  const { host, execute, facts } = desk;
  const { made, longName } = z.object({ made: z.string(), longName: z.string() }).parse(facts);
  const { id: classId } = await classNumbered(desk, number);
  const parts: Record<string, string[]> = {
    attendance: ['签到表.pdf', longName],
    photos: ['现场.jpg'],
    summary: ['大图.jpg', '总结.pdf'],
  };
  await host.scanner.setFolder({ folder: made });
  for (const [part, names] of Object.entries(parts)) {
    const { taken } = await host.scanner.take({ jobId: uuid(), names });
    const files = taken.flatMap((one) =>
      one.ok ? [{ ...one.file, name: one.name, place: { classId, part } }] : [],
    );
    if (files.length < names.length) throw new Error(`not all of ${names.join()} were taken`);
    await execute(attachFiles, { files });
  }
  await host.scanner.setFolder({ folder: null });
};

async function stateOf({ database, today }: BuildingDesk, classId: string) {
  return archiveState(await readClassRecord(database, classId, today));
}

export const classFiled: Step = async (desk) => {
  const { database, execute, host, today } = desk;
  const { id: classId } = await classNumbered(desk, number);
  const state = await stateOf(desk, classId);
  const gaps = state.lines
    .filter(({ isGap }) => isGap)
    .map(({ part }) => ({ part: part.id, title: part.title, reason: '本班没有，已说明' }));
  const asOf = await lastSequence(database);
  const volume = await nextNumber(database, 'archive', today);
  const request = volumeRequest(state, { number: volume, filedOn: today, filedBy }, gaps);
  const bound = await host.archives.bind({ jobId: uuid(), request });
  await execute(fileClass, { classId, number: volume, asOf, gaps, bound });
};

/** What was marked wrongly is put right in a supplement. */
export const classSupplemented: Step = async (desk) => {
  const { database, execute, host, today } = desk;
  const of = await classNumbered(desk, number);
  const reason = '补登一次签到';
  await execute(openSupplement, { classId: of.id, reason });
  const [first] = await sessionsOf(desk, of);
  await execute(correctRecords, {
    classId: of.id,
    learnerId: (await membersOf(desk, of))[2] ?? '',
    reason: '签到表上有签名',
    marks: [{ sessionId: first?.id ?? '', status: 'present' }],
    result: null,
  });
  const volumes = await volumesOf(database, of.id);
  const facts = { number: supplementNumber(volumes), filedOn: today, filedBy };
  const asOf = await lastSequence(database);
  const request = supplementRequest(await stateOf(desk, of.id), facts, reason, [], volumes);
  const bound = await host.archives.bind({ jobId: uuid(), request });
  await execute(fileSupplement, { classId: of.id, number: facts.number, asOf, bound });
};
