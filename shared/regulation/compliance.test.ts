import { describe, expect, test } from 'vitest';
import { type DutyRecord, type RecordedDuty, recordedDuties } from '../domain/base/duty-record.ts';
import { type ComplianceFacts, complianceLines } from './compliance.ts';

function recordOf(duty: RecordedDuty): DutyRecord {
  return { id: duty, duty, year: 2026, evidence: '已公示', date: '2026-03-01', proof: null, at: '', by: '' };
}
const everyDuty = Object.keys(recordedDuties) as RecordedDuty[];

const good: ComplianceFacts = {
  year: 2026,
  today: '2026-11-24',
  profile: {
    level: 'regional',
    approvalNumber: '示人社发〔2018〕12号',
    approvalDate: '2018-05-20',
    authority: '示例市人社局',
  },
  classes: { closed: 3, waiting: 0, overdue: 0 },
  filed: 3,
  evaluated: 3,
  trainers: {
    ratio: { total: 0, fullTime: 0, partTime: 0, inRegion: 0, outOfRegion: 0, senior: 0 },
    faulty: 0,
  },
  facilities: {
    premises: { inUse: 0, unproven: 0 },
    textbooks: { inUse: 0, unproven: 0 },
    staff: { inUse: 0, unproven: 0 },
    rules: { inUse: 0, unproven: 0 },
  },
  filingDeadlineDays: 30,
  retentionYears: 10,
  hours: 480,
  learners: { met: 12, onPace: 3, atRisk: 0, short: 0 },
  certificates: { toReplace: 0, issued: { valid: 30, voided: 1 } },
  entriesWithoutProof: 0,
  generalWithoutTextbook: [],
  sessions: { taught: 12, withoutTrainer: 0 },
  records: everyDuty.map(recordOf),
  plan: { state: 'draft', approval: '' },
  disclosure: { notice: null, undisclosed: 0 },
  authority: { classes: 0, chargedFen: 0 },
};

/** The lines that are not done, as `article state label`. */
const openOf = (about: Partial<ComplianceFacts>) =>
  complianceLines({ ...good, ...about })
    .filter(({ state }) => state !== 'done')
    .map(({ article, state, label }) => `${article} ${state} ${label}`);

test('every article that lays a duty on the base has its line', () => {
  const articles = new Set(complianceLines(good).map(({ article }) => article));
  expect([...articles].sort((a, b) => a - b)).toEqual([10, 11, 20, 21, 22, 23, 24, 26, 29, 32]);
  expect(openOf({})).toEqual([]);
});

describe('what is not done shows', () => {
  const sanction = '32 missing 没有违反第10条、第22条';
  test.each<[string, Partial<ComplianceFacts>, string[]]>([
    [
      'a class past the deadline breaks 10 and 22',
      { classes: { closed: 2, waiting: 0, overdue: 1 }, filed: 2 },
      ['10 missing 登记每名学员的种类、内容和考核结果', '22 missing 建立教学档案', sanction],
    ],
    [
      'a class within the deadline is only pointed out',
      { classes: { closed: 2, waiting: 1, overdue: 0 }, filed: 2 },
      ['10 attention 登记每名学员的种类、内容和考核结果'],
    ],
    ['a closed class that is not filed is pointed out', { filed: 2 }, ['22 attention 建立教学档案']],
    [
      'facilities in use without proof are pointed out, without a record too',
      {
        facilities: { ...good.facilities, staff: { inUse: 4, unproven: 1 } },
        records: good.records.filter(({ duty }) => duty !== 'staff'),
      },
      ['21 attention 人员和组织机构'],
    ],
    [
      'a roster speaks for itself; trainers without an appointment are pointed out',
      {
        trainers: {
          ratio: { total: 3, fullTime: 1, partTime: 2, inRegion: 2, outOfRegion: 1, senior: 1 },
          faulty: 1,
        },
        records: good.records.filter(({ duty }) => duty !== 'trainers'),
      },
      ['23 attention 专兼职师资'],
    ],
    [
      'classes that were evaluated speak for themselves',
      { records: good.records.filter(({ duty }) => duty !== 'evaluation') },
      [],
    ],
    ['a closed class that nobody evaluated is pointed out', { evaluated: 2 }, ['24 attention 培训效果评估']],
    [
      'no evaluation at all, here or on record',
      { evaluated: 0, records: good.records.filter(({ duty }) => duty !== 'evaluation') },
      ['24 missing 培训效果评估'],
    ],
    [
      'a certificate that states what is not so',
      { certificates: { toReplace: 1, issued: null } },
      ['22 missing 如实出具证明', sanction],
    ],
    [
      'nothing published, nothing planned',
      { records: everyDuty.filter((duty) => !['plan', 'disclosure'].includes(duty)).map(recordOf) },
      ['22 missing 年度教学计划', '22 missing 公开培训范围、内容、收费项目及标准', sanction],
    ],
    [
      'a plan that waits for its approval',
      { plan: { state: 'submitted', approval: '' }, records: everyDuty.map(recordOf) },
      ['22 attention 年度教学计划'],
    ],
    [
      'an approved plan needs no other evidence',
      {
        plan: { state: 'running', approval: '示人社发〔2026〕3号' },
        records: everyDuty.filter((duty) => duty !== 'plan').map(recordOf),
      },
      [],
    ],
    [
      'a published notice needs no other evidence',
      {
        disclosure: { notice: { version: 2, publishedOn: '2026-03-01', place: '公告栏' }, undisclosed: 0 },
        records: everyDuty.filter((duty) => duty !== 'disclosure').map(recordOf),
      },
      [],
    ],
    [
      'a class that facilities to charge what was not published',
      {
        disclosure: { notice: { version: 2, publishedOn: '2026-03-01', place: '公告栏' }, undisclosed: 1 },
      },
      ['22 attention 公开培训范围、内容、收费项目及标准'],
    ],
    [
      'an authority’s own class that charged',
      { authority: { classes: 1, chargedFen: 1 } },
      ['26 missing 行政主管部门直接举办的培训不收费'],
    ],
    [
      'a year without an authority’s class needs no evidence of 26',
      { records: everyDuty.filter((duty) => duty !== 'freeOfCharge').map(recordOf) },
      [],
    ],
    [
      'learners at risk',
      { learners: { met: 1, onPace: 0, atRisk: 2, short: 0 } },
      ['11 attention 学员每年 90 学时（公需 30、专业 60）'],
    ],
    [
      'no approval',
      { profile: { ...good.profile, approvalNumber: '' } },
      ['20 missing 经批准设立', '21 missing 属地人社部门批准'],
    ],
    ['hours without proof', { entriesWithoutProof: 2 }, ['10 attention 学时按 45 分钟、半天折算']],
    [
      'sessions without a trainer',
      { sessions: { taught: 4, withoutTrainer: 1 } },
      ['23 attention 专兼职师资'],
    ],
    [
      'a general course without a textbook (第25条)',
      { generalWithoutTextbook: ['职业道德'] },
      ['21 attention 教材'],
    ],
    [
      'no inspection is no fault',
      { records: everyDuty.filter((duty) => duty !== 'inspection').map(recordOf) },
      ['29 note 接受监督检查'],
    ],
  ])('%s', (_, about, open) => {
    expect(openOf(about)).toEqual(open);
  });
});
