import type { BaseStore } from '../../renderer/database/base-store.ts';
import { groupByYear } from '../../renderer/database/ledger/keep-ledger.ts';
import type { Rows, TableName } from '../../renderer/database/rows.ts';
import type { LearnerRow } from '../../renderer/database/tables/learner-row.ts';
import { defaultSettings, firstSigning } from '../../shared/domain/base/base.ts';
import { addDays } from '../../shared/domain/base/civil-date.ts';
import type { Certificate } from '../../shared/domain/certificates/certificate.ts';
import { firstDesign } from '../../shared/domain/certificates/first-design.ts';
import type { DesignVersion } from '../../shared/domain/certificates/stored-design.ts';
import type { AttendanceMark, SessionAttendance } from '../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../shared/domain/teaching/class.ts';
import { defaultCountingRules } from '../../shared/domain/teaching/counting-rules.ts';
import { type EmployerYear, type LedgerLine, yearKey } from '../../shared/domain/teaching/ledger.ts';
import type { Session } from '../../shared/domain/teaching/session.ts';
import { withLearnerYear } from '../../shared/regulation/employer-standing.ts';
import { classLines } from '../../shared/regulation/ledger-lines.ts';
import { totalYear } from '../../shared/regulation/year-total.ts';

const learnerCount = 10_000;
const employerCount = 200;
const classCount = 2000;
const learnersAClass = 50;
const classesAYear = 400;
const lastYear = 2026;
const rowsAtOnce = 5000;

const padded = (prefix: string, index: number) => `${prefix}-${String(index).padStart(6, '0')}`;
const learnerId = (index: number) => padded('learner', index);
const employerOf = (index: number) => padded('employer', index % employerCount);

const firstVersion: DesignVersion = {
  id: 'version-1',
  designId: 'design-1',
  version: 1,
  design: firstDesign,
  at: '2017-02-01T00:00:00.000Z',
  by: '周老师',
};

async function add<Name extends TableName>(
  database: BaseStore,
  table: Name,
  rows: Rows[Name][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await database.write(() => database.rowsOf(table).bulkAdd(rows.slice(start, start + rowsAtOnce)));
  }
}

function classAt(index: number): { of: TrainingClass; sessions: Session[] } {
  const year = lastYear - Math.floor(index / classesAYear);
  const id = padded('class', index);
  const first = addDays(`${year}-01-05`, ((index % classesAYear) * 7) % 300);
  const sessions = [0, 1, 2, 3].map(
    (day): Session => ({
      id: `${id}-${day}`,
      classId: id,
      date: addDays(first, day),
      startTime: '09:00',
      endTime: '12:00',
      counting: 'minutes',
      minutes: 180,
      subjectKind: day < 2 ? 'general' : 'professional',
      topic: '专业技术人员知识更新',
      mode: 'inPerson',
      place: '培训楼 201',
      trainerName: '高教授',
      trainerIds: {},
      sharedReason: '',
      makesUpFor: null,
    }),
  );
  const of: TrainingClass = {
    id,
    number: padded('2026', index),
    title: `知识更新培训班 ${index}`,
    courseId: 'course-1',
    content: '新技术、新方法。',
    organiser: '示例市继续教育基地',
    organiserKind: 'base',
    contractor: '',
    commissioner: '',
    isPublicBenefit: false,
    fundSource: 'learner',
    place: '培训楼 201',
    mode: 'inPerson',
    responsibleTeacher: '周老师',
    capacity: null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    planLineId: null,
    startDate: first,
    endDate: addDays(first, 3),
    countingRules: defaultCountingRules,
    closed: { at: `${addDays(first, 9)}T04:00:00.000Z`, by: '周老师' },
    feeItems: [],
    noticeId: null,
    filed: null,
    supplement: null,
    reopenings: [],
  };
  return { of, sessions };
}

function markedBy(session: Session, learnerIds: readonly string[]): SessionAttendance {
  const mark: AttendanceMark = {
    status: 'present',
    at: `${session.date}T01:00:00.000Z`,
    by: '周老师',
    note: '',
  };
  return {
    sessionId: session.id,
    classId: session.classId,
    marks: Object.fromEntries(learnerIds.map((id) => [id, mark])),
    walkIns: {},
  };
}

/**
 * Fills a database as commands would have: 10,000 learners of 200 employers, 2,000 closed classes over
 * five years, their attendance, and the 200,000 lines that follow from it. Answers how many lines.
 */
export async function seed(database: BaseStore): Promise<number> {
  const sealed = { sealed: 'x'.repeat(60), lastFour: '1230' };
  await add(database, 'base', [
    {
      id: 'base',
      profile: {
        name: '示例市继续教育基地',
        code: 'SL01',
        approvalNumber: '示人社发〔2018〕12号',
        approvalDate: '2018-05-20',
        authority: '示例市人社局',
        level: 'regional',
        address: '学府路1号',
        regionCode: '1501',
        mongolianName: '',
      },
      settings: defaultSettings,
      signing: firstSigning,
      isClassroom: false,
      certificateDesignId: firstVersion.designId,
    },
  ]);
  await add(database, 'certificateDesigns', [
    { id: firstVersion.designId, draft: firstDesign, version: 1, changed: false },
  ]);
  await add(database, 'designVersions', [firstVersion]);
  await add(
    database,
    'employers',
    Array.from({ length: employerCount }, (_, index) => ({
      id: employerOf(index),
      name: `示例市第${index}单位`,
      creditCode: null,
      regionCode: null,
      kind: null,
      ownership: null,
      contact: '',
      contactPhone: null,
      creditCodeReason: '',
    })),
  );
  const learners = Array.from(
    { length: learnerCount },
    (_, index): LearnerRow => ({
      id: learnerId(index),
      number: String(10_000_001 + index),
      name: `学员${index}`,
      sex: 'male',
      ethnicity: '汉族',
      document: { kind: 'residentId', ...sealed },
      formerDocuments: [],
      employerId: employerOf(index),
      department: '',
      titleSeries: '工程',
      title: '工程师',
      titleLevel: 'intermediate',
      education: '本科',
      phone: sealed,
      mongolianName: '',
      photo: null,
      identities: [padded('identity', index)],
      terms: [`学员${index}`, 'xy', '1230'],
      lastFour: '1230',
    }),
  );
  await add(database, 'learners', learners);
  const lines: LedgerLine[] = [];
  const certificates: Certificate[] = [];
  for (let start = 0; start < classCount; start += 100) {
    const batch = Array.from({ length: 100 }, (_, offset) => {
      const index = start + offset;
      const firstLearner = (index * learnersAClass) % learnerCount;
      const learnerIds = Array.from({ length: learnersAClass }, (__, at) => learnerId(firstLearner + at));
      return { ...classAt(index), learnerIds };
    });
    for (const { of, sessions, learnerIds } of batch) {
      const mark = { status: 'present' as const, at: '', by: '', note: '' };
      const marks = new Map(sessions.map(({ id }) => [id, mark]));
      for (const id of learnerIds) lines.push(...classLines(of, sessions, id, marks));
      if (of.startDate?.startsWith(String(lastYear))) {
        for (const id of learnerIds) certificates.push(certificateOf(of, id, certificates.length));
      }
    }
    await add(
      database,
      'classes',
      batch.map(({ of }) => of),
    );
    await add(
      database,
      'sessions',
      batch.flatMap(({ sessions }) => sessions),
    );
    await add(
      database,
      'attendance',
      batch.flatMap(({ sessions, learnerIds }) => sessions.map((session) => markedBy(session, learnerIds))),
    );
    await add(
      database,
      'enrolments',
      batch.flatMap(({ of, learnerIds }) =>
        learnerIds.map((id) => ({
          id: `${of.id}-${id}`,
          classId: of.id,
          learnerId: id,
          enrolledAt: '2026-01-01T00:00:00.000Z',
          joinedSessionId: null,
        })),
      ),
    );
  }
  await add(database, 'certificates', certificates);
  await add(database, 'ledger', lines);
  await addYears(database, lines);
  return lines.length;
}

function certificateOf(of: TrainingClass, id: string, index: number): Certificate {
  return {
    id: `${of.id}-${id}`,
    number: padded('SL01-2026', index),
    classId: of.id,
    learnerId: id,
    state: 'valid',
    issuedAt: `${of.endDate}T08:00:00.000Z`,
    issuedBy: '周老师',
    snapshot: {
      designVersionId: firstVersion.id,
      proof: { generation: 1 },
      number: padded('SL01-2026', index),
      baseName: '示例市继续教育基地',
      approvalNumber: '示人社发〔2018〕12号',
      learnerName: '学员',
      documentKind: '居民身份证',
      documentNumber: { sealed: 'x'.repeat(60), lastFour: '1230' },
      employerName: '示例市第一单位',
      classNumber: of.number,
      classTitle: of.title,
      startDate: of.startDate ?? '',
      endDate: of.endDate ?? '',
      years: [{ year: lastYear, general: 8, professional: 8 }],
      generalHours: 8,
      professionalHours: 8,
      result: '合格',
      issueDate: of.endDate ?? '',
      replaces: null,
      photo: null,
      mongolianName: '',
      mongolianBaseName: '',
    },
    prints: [],
    voided: null,
    toReplace: null,
    replacedBy: null,
  };
}

async function addYears(database: BaseStore, lines: readonly LedgerLine[]): Promise<void> {
  const employers = new Map<string, EmployerYear | null>();
  const years = [...groupByYear(lines).values()].flatMap((own) => {
    const [line] = own;
    if (!line) return [];
    const employerId = employerOf(Number(line.learnerId.slice(-6)));
    return totalYear(own, line.learnerId, line.year, employerId) ?? [];
  });
  for (const year of years) {
    const key = yearKey(year.year, year.employerId);
    employers.set(key, withLearnerYear(employers.get(key) ?? null, year, 1));
  }
  await add(database, 'learnerYears', years);
  await add(
    database,
    'employerYears',
    [...employers.values()].filter((row) => row !== null),
  );
}
