import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { addDays } from '../../../shared/domain/base/civil-date.ts';
import type { AttendanceStatus } from '../../../shared/domain/teaching/attendance.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { recordResults } from '../assessments/result-commands.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { setUpBase } from '../base/base-commands.ts';
import { openClass } from '../classes/class-commands.ts';
import { enrol } from '../classes/enrolment-commands.ts';
import { addCourse } from '../courses/course-commands.ts';
import { importLearners } from '../learners/import-command.ts';
import { sessionsOfClass } from '../lookups.ts';
import { sampleFacilities } from './sample-facilities.ts';
import { sampleFees } from './sample-fees.ts';
import { samplePeople } from './sample-people.ts';
import { sampleSurvey } from './sample-survey.ts';

const profile = {
  name: '示例市工程技术继续教育基地',
  code: 'SL01',
  approvalNumber: '示人社发〔2018〕12号',
  approvalDate: '2018-05-20',
  authority: '示例市人力资源和社会保障局',
  level: 'regional',
  address: '示例市学府路1号',
  regionCode: '1501',
  mongolianName: '',
} as const;

const held = {
  organiserKind: 'base',
  contractor: '',
  commissioner: '',
  isPublicBenefit: false,
  fundSource: 'learner',
} as const;

const lesson = {
  startTime: '09:00',
  endTime: '12:00',
  counting: 'minutes',
  minutes: 180,
  mode: 'inPerson',
  place: '培训楼 201',
  trainerName: '高教授',
  trainerIds: {},
  sharedReason: '',
  makesUpFor: null,
} as const;

async function finishedClass(
  courseId: string,
  learnerIds: string[],
  context: CommandContext,
): Promise<string> {
  const { today, database } = context;
  const of = await openClass.perform(
    {
      number: `${today.slice(0, 4)}-01`,
      title: '工程技术人员知识更新培训班',
      courseId,
      content: '工程建设标准、质量安全管理、信息技术应用。',
      organiser: profile.name,
      ...held,
      place: lesson.place,
      mode: 'inPerson',
      responsibleTeacher: '周老师',
      capacity: 60,
      attendanceThresholdPercent: 80,
      passMark: 60,
      planLineId: null,
      sessions: [28, 21, 14, 7].map((daysAgo, index) => ({
        ...lesson,
        date: addDays(today, -daysAgo),
        subjectKind: index === 0 ? 'general' : 'professional',
        topic: ['职业道德与法规', '工程建设标准', '质量安全管理', '信息技术应用'][index] ?? '',
      })),
    },
    context,
  );
  await enrol(of.id, learnerIds, null, context);
  const sessions = await sessionsOfClass(database, of.id);
  for (const [turn, session] of sessions.entries()) {
    const marks = learnerIds.map((learnerId, index) => {
      const missing = index === 4 && turn > 1;
      const status: AttendanceStatus = missing ? 'absent' : index === 7 && turn === 0 ? 'late' : 'present';
      return { learnerId, status, note: '' };
    });
    await markAttendance.perform({ sessionId: session.id, keepMarked: false, marks }, context);
  }
  const results = learnerIds.slice(0, -1).map((learnerId, index) => ({
    learnerId,
    which: 'first' as const,
    result: { kind: 'score' as const, score: index === 8 ? 52 : 70 + ((index * 7) % 28) },
  }));
  await recordResults.perform({ classId: of.id, results }, context);
  return of.id;
}

async function runningClass(courseId: string, learnerIds: string[], context: CommandContext): Promise<void> {
  const { today } = context;
  const of = await openClass.perform(
    {
      number: `${today.slice(0, 4)}-02`,
      title: '公需科目：职业道德与创新能力培训班',
      courseId,
      content: '职业道德、创新能力、政策法规。',
      organiser: profile.name,
      ...held,
      place: lesson.place,
      mode: 'inPerson',
      responsibleTeacher: '周老师',
      capacity: null,
      attendanceThresholdPercent: 80,
      passMark: 60,
      planLineId: null,
      sessions: [0, 7, 14].map((days, index) => ({
        ...lesson,
        startTime: '14:00',
        endTime: '17:00',
        date: addDays(today, days),
        subjectKind: 'general',
        topic: ['职业道德', '创新方法', '政策法规'][index] ?? '',
      })),
    },
    context,
  );
  await enrol(of.id, learnerIds, null, context);
}

/** A made-up base to try with: its rooms and trainers, 24 learners, one class ready for certificates with its fees and its survey, one that meets today. */
export const loadSample = defineCommand({
  name: 'loadSample',
  label: '载入示例数据',
  event: 'sampleLoaded',
  roles: administratorOnly,
  input: z.object({}),
  async perform(_, context) {
    const { learners, courses, classes } = context.database.rows;
    if ((await learners.count()) + (await courses.count()) + (await classes.count()) > 0)
      throw refusal('notEmpty');
    await setUpBase.perform(profile, context);
    await sampleFacilities(context);
    const rows = samplePeople.map((person, index) => ({ row: index + 2, person, learnerId: null }));
    const learnerIds = await importLearners.perform({ rows }, context);
    const professional = await addCourse.perform(
      {
        title: '工程技术人员知识更新',
        subjectKind: 'professional',
        content: '工程建设标准、质量安全管理、信息技术应用。',
        creditHours: 16,
        textbook: '工程技术人员继续教育读本（第三版）',
      },
      context,
    );
    const general = await addCourse.perform(
      {
        title: '公需科目：职业道德与创新能力',
        subjectKind: 'general',
        content: '职业道德、创新能力、政策法规。',
        creditHours: 12,
        textbook: '公需科目推荐教材',
      },
      context,
    );
    const taught = learnerIds.slice(0, 16);
    const finished = await finishedClass(professional.id, taught, context);
    await sampleFees(finished, taught, context);
    await sampleSurvey(finished, context);
    await runningClass(general.id, learnerIds.slice(6), context);
  },
});
