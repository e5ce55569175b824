import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../../tests/support/session.ts';
import { findSheet } from '../roster/header.ts';
import { timetableSheet } from './columns.ts';
import { judgeTimetable, readTimes } from './verdicts.ts';

const headings = ['日期', '时间', '科目', '授课内容', '主讲', '教室', '方式', '分钟'];
const first = ['2026.3.7', '9:00-11:30', '', '北斗定位', '高教授', '一教室', '', ''];
const with_ = (about: Record<number, string>) => first.map((text, index) => about[index] ?? text);

function judge(...rows: string[][]) {
  const grid = {
    name: '课表',
    rows: [headings, ...rows].map((row) => row.map((text) => ({ text }))),
    merges: [],
  };
  const found = findSheet([grid], timetableSheet)!;
  return judgeTimetable(found.sheet, found.header, {
    of: { place: '礼堂', mode: 'inPerson' },
    subjectKind: 'professional',
    existing: [sessionOf({ date: '2026-03-14', startTime: '14:00', endTime: '17:00' })],
  });
}

describe('a sheet of a timetable', () => {
  test('a row is read whole; what it does not say is the class’s', () => {
    expect(judge(first, with_({ 0: '2026年3月8日', 5: '', 6: '线上', 7: '135' }))).toMatchObject([
      {
        row: 2,
        state: 'good',
        when: '2026年3月7日 周六 09:00',
        session: {
          date: '2026-03-07',
          startTime: '09:00',
          endTime: '11:30',
          minutes: 150,
          subjectKind: 'professional',
          topic: '北斗定位',
          trainerName: '高教授',
          place: '一教室',
          mode: 'inPerson',
        },
      },
      { state: 'good', session: { place: '礼堂', mode: 'remote', minutes: 135 } },
    ]);
  });

  test.each([
    [{ 0: '三月七日' }, '日期：日期无法识别，请按 2026-06-18 的格式填写'],
    [{ 1: '9点' }, '时间：时间请按 9:00-11:30 的格式填写'],
    [{ 1: '11:30-9:00' }, '时间：结束时间应晚于开始时间'],
    [{ 2: '选修' }, '科目：请写公需或专业'],
    [{ 7: '200' }, '分钟：授课分钟数超过了上课起止时间'],
    [{ 0: '2017-01-07' }, '日期：办法自 2017-02-01 起施行，课次不能早于这一天（第35条）'],
    [{ 0: '2026-03-14', 1: '16:00-18:00' }, '时间：与已有的课次（2026年3月14日 周六 14:00）冲突'],
  ])('%j is rejected with what is wrong', (about, problem) => {
    expect(judge(with_(about))).toEqual([
      expect.objectContaining({ state: 'rejected', problems: [problem] }),
    ]);
  });

  test('two rows at one time: the second is rejected and names the first', () => {
    expect(judge(first, with_({ 1: '11:00-12:00' }))[1]).toMatchObject({
      state: 'rejected',
      problems: ['时间：与第2行（2026年3月7日 周六 09:00）冲突'],
    });
  });
});

test.each([
  ['9:00-11:30', ['09:00', '11:30']],
  ['09：00—11：30', ['09:00', '11:30']],
  ['14:30:00~18:00:00', ['14:30', '18:00']],
  ['上午', ['08:30', '12:00']],
  ['9-11', null],
])('“%s” is from %j', (text, times) => {
  expect(readTimes(text)).toEqual(times);
});
