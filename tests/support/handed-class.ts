import { defaultSettings } from '../../shared/domain/base/base.ts';
import { defaultCountingRules } from '../../shared/domain/teaching/counting-rules.ts';
import type { ClassFile, MarksFile } from '../../shared/exchange/handover/class-file.ts';

const id = (digit: number) => `01990000-0000-7000-8000-00000000000${digit}`;
const key = 'ab'.repeat(32);

/** A class as it is handed to another machine: one learner, no session yet. */
export const handedClass: ClassFile = {
  format: 'jidi-class',
  version: 1,
  handoverId: id(1),
  key,
  from: '周老师',
  madeAt: '2026-11-24T04:00:00.000Z',
  base: {
    profile: {
      name: '示例市继续教育基地',
      code: 'SL01',
      approvalNumber: '示人社发〔2017〕1号',
      approvalDate: '2017-03-01',
      authority: '示例市人社局',
      level: 'regional',
      address: '示例市',
      regionCode: '1501',
      mongolianName: '',
    },
    settings: defaultSettings,
  },
  course: {
    id: id(2),
    title: '知识更新',
    subjectKind: 'professional',
    content: '内容',
    creditHours: 8,
    textbook: '',
  },
  trainingClass: {
    id: id(3),
    number: '2026-01',
    title: '知识更新班',
    courseId: id(2),
    content: '内容',
    organiser: '示例市继续教育基地',
    organiserKind: 'base',
    contractor: '',
    commissioner: '',
    isPublicBenefit: false,
    fundSource: 'learner',
    place: '201',
    mode: 'inPerson',
    responsibleTeacher: '王老师',
    capacity: null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    planLineId: null,
    startDate: null,
    endDate: null,
    countingRules: defaultCountingRules,
    closed: null,
    feeItems: [],
    noticeId: null,
    filed: null,
    supplement: null,
    reopenings: [],
  },
  sessions: [],
  enrolments: [],
  learners: [
    {
      id: id(4),
      number: '10000001',
      name: '张三',
      sex: 'male',
      document: { kind: 'passport', number: 'E12345678' },
    },
  ],
  attendance: [],
};

/** What comes back of it where nobody was marked. */
export const handedMarks: MarksFile = {
  format: 'jidi-marks',
  version: 1,
  handoverId: id(1),
  classId: id(3),
  machine: id(5),
  from: '王老师',
  madeAt: '2026-11-24T05:00:00.000Z',
  entries: [],
  walkIns: [],
};
