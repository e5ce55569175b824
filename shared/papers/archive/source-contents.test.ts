import { describe, expect, test } from 'vitest';
import { feeItemOf } from '../../../tests/support/fee-item.ts';
import { saysOf } from '../../../tests/support/printed.ts';
import {
  baseOnRecord,
  certificateOf,
  classOf,
  planLineOf,
  publishedNotice,
} from '../../../tests/support/records.ts';
import { runResultOf } from '../../../tests/support/run-result.ts';
import { sessionOf } from '../../../tests/support/session.ts';
import { namedTrainer } from '../../../tests/support/trainer.ts';
import type { ArchiveSource } from '../../domain/teaching/archive-part.ts';
import { classData } from './class-data.ts';
import type { ClassRecord } from './class-record.ts';
import { sourceContents } from './source-contents.ts';
import { supplementNote } from './supplement-note.ts';

const empty: ClassRecord = {
  base: baseOnRecord,
  of: classOf({ feeItems: [feeItemOf()] }),
  course: undefined,
  sessions: [],
  members: [],
  attendance: new Map(),
  assessment: undefined,
  certificates: [],
  charges: [],
  entries: [],
  notice: null,
  plan: null,
  trainers: [],
  scores: [],
  evaluations: [],
  attachments: [],
};

const mark = { status: 'present' as const, at: '', by: '', note: '' };
const stamp = { at: '2026-11-24T02:00:00.000Z', by: '周老师' };
const sessions = Array.from({ length: 12 }, (_, index) =>
  sessionOf({
    id: `session-${index + 1}`,
    date: `2026-03-${String(index + 7).padStart(2, '0')}`,
    endTime: '12:00',
    minutes: 180,
    topic: '卫星测绘',
    trainerName: '高教授',
    place: '一楼教室',
  }),
);
const full: ClassRecord = {
  ...empty,
  of: classOf({ feeItems: [feeItemOf()], closed: { at: '2026-04-02T02:00:00.000Z', by: '周老师' } }),
  course: {
    id: 'course-1',
    title: '测绘',
    subjectKind: 'professional',
    content: '',
    creditHours: 30,
    textbook: '测绘学',
  },
  sessions,
  members: [
    {
      learner: { id: 'learner-1', name: '张三', sex: 'male', title: '工程师', titleLevel: 'intermediate' },
      employerName: '测绘院',
      document: '150102********1230',
      verdict: {
        eligible: true,
        reasons: [],
        hours: { years: [], general: 0, professional: 48, total: 48 },
        rate: { attended: 11, planned: 12 },
      },
      joinedSessionId: null,
    },
  ],
  attendance: new Map(
    sessions
      .slice(1)
      .map(({ id }) => [
        id,
        { sessionId: id, classId: 'class-1', marks: { 'learner-1': mark }, walkIns: {} },
      ]),
  ),
  assessment: {
    classId: 'class-1',
    results: { 'learner-1': { first: { result: { kind: 'score', score: 86 }, ...stamp }, makeUp: null } },
  },
  certificates: [certificateOf(1)],
  charges: [
    {
      id: 'charge-1',
      classId: 'class-1',
      learnerId: 'learner-1',
      employerId: null,
      payer: 'learner',
      item: feeItemOf(),
      unitFen: 600_00,
      quantity: 1,
      amountFen: 600_00,
      noticeId: 'notice-1',
      date: '2026-03-07',
      reductions: [],
      paid: { government: 0, employer: 0, learner: 400_00, society: 0 },
      owedFen: 200_00,
      ...stamp,
    },
  ],
  entries: [
    {
      id: 'entry-1',
      classId: 'class-1',
      direction: 'spending',
      date: '2026-03-08',
      source: 'learner',
      category: 'venue',
      amountFen: 100_00,
      party: '示例会堂',
      note: '场租',
      trainerId: null,
      ...stamp,
    },
  ],
  notice: { notice: publishedNotice, line: publishedNotice.lines[0]! },
  plan: { plan: { id: '2026', state: 'running', approval: null, steps: [] }, line: planLineOf() },
  trainers: [namedTrainer('高教授', { title: '教授' })],
  scores: [
    {
      id: 'score-1',
      trainerId: '高教授',
      classId: 'class-1',
      score: 91.2,
      answers: 8,
      date: '2026-03-28',
      note: '',
      runId: null,
      ...stamp,
    },
  ],
  evaluations: [runResultOf('run-1', [5, 5, 4, 3, 1])],
};

const contents = sourceContents(full);

describe('第22条: what is on record of a class', () => {
  test.each<[ArchiveSource, string, string, string]>([
    ['plan', '2026 年计划', '教学计划摘录', '学时：每期 30 学时，2 期，80 人'],
    ['notice', '第 2 版公示', '收费公示', '依据：示发改费〔2024〕9号'],
    ['timetable', '12 次课', '课程表', '1|2026-03-07|09:00–12:00|专业科目|卫星测绘|高教授|一楼教室|180 分钟'],
    ['roster', '1 人', '学员名册', '1|张三|男|150102********1230|测绘院|工程师|中级'],
    ['attendance', '11 次课已点名', '考勤登记', '1|张三|到|11/12|0|48'],
    ['trainers', '1 位教师', '授课教师', '1|高教授|兼职|区内||教授||91.2（8 人）'],
    ['textbooks', '1 种', '教材目录', '教材：测绘学'],
    ['results', '1 人', '考核成绩', '1|张三|测绘院|86 分|'],
    ['evaluation', '满意度调查收回 5 份，1 位教师已评分', '满意度调查', '均分：3.60（满分 5）'],
    ['certificates', '1 张', '证书登记表', '1|SSL01-2026-000001|张三|4|20|86 分|2026-04-01|有效'],
    [
      'fees',
      '1 笔应收，1 笔收支，还欠 200.00 元',
      '收费和支出记录',
      '1|张三|培训费|600.00|0.00|400.00|200.00',
    ],
  ])('%s: %s', (source, state, title, line) => {
    const [first] = contents[source].documents;
    expect(contents[source].state).toBe(state);
    expect(first?.title).toBe(title);
    expect(first?.document.footer).toBe(`示例基地　2026-01　${title}`);
    const says = saysOf(first!.document);
    expect(says.slice(0, 2)).toEqual([title, '测绘新技术（班号 2026-01）']);
    expect(says).toContain(line);
  });

  test('sessions that do not fit side by side go on in another table', () => {
    const tables = contents.attendance.documents[0]?.document.blocks.filter(({ kind }) => kind === 'table');
    expect(tables?.map((table) => table.kind === 'table' && table.columns.length)).toEqual([16, 6]);
  });

  test('of nothing there is nothing to bind; a class that charges nothing says so', () => {
    const of = (about: Partial<ClassRecord>) => sourceContents({ ...empty, ...about });
    expect(Object.values(of({})).flatMap(({ documents }) => documents)).toEqual([]);
    expect(of({ of: classOf() }).fees.state).toBe('不收费');
  });

  test('is written beside the volume as sheets of text', () => {
    const sheets = classData(full);
    expect(sheets.map(({ name }) => name)).toEqual([
      '培训班',
      '学员名册',
      '课次',
      '考勤',
      '授课教师',
      '考核成绩',
      '证书登记',
      '收费',
      '拨款和支出',
    ]);
    expect(sheets[0]?.rows).toContainEqual(['结班', '2026-04-02']);
    expect(sheets[1]?.rows[1]).toEqual(['1', '张三', '男', '150102********1230', '测绘院', '工程师', '中级']);
    expect(sheets[8]?.rows[1]).toEqual(['2026-03-08', '场地设备费', '示例会堂', '个人', '-100.00', '场租']);
  });
});

test('a supplement begins with why it was made and what was done since', () => {
  const change = { at: '2026-11-24T01:30:00.000Z', by: '周老师', label: '改成绩', what: '张三' };
  const { title, document } = supplementNote(full, '成绩录错', '2026-11-24', [change]);
  expect(title).toBe('补卷说明');
  expect(saysOf(document)).toEqual([
    '补卷说明',
    '测绘新技术（班号 2026-01）归档后的改动。原因：成绩录错',
    '时间|操作人|操作|内容',
    '2026-11-24 09:30|周老师|改成绩|张三',
  ]);
});
