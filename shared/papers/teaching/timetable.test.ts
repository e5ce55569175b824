import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { classOf } from '../../../tests/support/records.ts';
import { sessionOf } from '../../../tests/support/session.ts';
import { signInSheetOf } from './sign-in-sheet.ts';
import { timetablePaper } from './timetable.ts';

const first = sessionOf({
  date: '2026-03-07',
  endTime: '12:00',
  minutes: 180,
  topic: '卫星测绘',
  trainerName: '高教授',
  place: '一楼教室',
});
const makeUp = sessionOf({
  date: '2026-03-14',
  mode: 'remote',
  subjectKind: 'general',
  makesUpFor: 'missed',
  topic: '法规',
});

test('a timetable says when, what, by whom and where', () => {
  const paper = timetablePaper(
    '示例基地',
    classOf({ contractor: '示例学院' }),
    [first, makeUp],
    '2026-03-01',
  );
  expect(saysOf(paper)).toEqual([
    '测绘新技术 课程表',
    '班号：2026-01　主办：示例基地　承办：示例学院　班主任：周老师　全勤可得 5 学时（公需 1、专业 4）',
    '次|日期|时间|科目|内容|授课教师|地点',
    '1|2026年3月7日 周六|09:00–12:00|专业|卫星测绘|高教授|一楼教室',
    '2|2026年3月14日 周六|09:00–21:00|公需|【补课】法规||远程',
  ]);
});

test('a sign-in sheet leaves out who joined later', () => {
  const learner = { number: '10000001', name: '张三', lastFour: '1230' };
  const later = { number: '10000002', name: '李四', lastFour: '0017' };
  const sheet = signInSheetOf(
    {
      session: first,
      of: classOf(),
      learners: [
        { learner, employerName: '测绘院', notYetJoined: false },
        { learner: later, employerName: '', notYetJoined: true },
      ],
    },
    '示例基地',
  );
  expect(sheet).toMatchObject({
    session: '2026年3月7日 周六 09:00–12:00',
    topic: '卫星测绘',
    place: '一楼教室',
    learners: [{ ...learner, employerName: '测绘院' }],
  });
});
