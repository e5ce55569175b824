import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import type { AttendanceMark, AttendanceStatus } from '../domain/teaching/attendance.ts';
import { defaultCountingRules } from '../domain/teaching/counting-rules.ts';
import { type CertificateCase, certificateVerdict, describeReason } from './certificate-verdict.ts';

const four = [7, 14, 21, 28].map((day) =>
  sessionOf({ date: `2026-03-${String(day).padStart(2, '0')}`, minutes: 90 }),
);

function marked(...statuses: AttendanceStatus[]): Map<string, AttendanceMark> {
  return new Map(
    statuses.map((status, index) => [four[index]?.id ?? '', { status, at: '', by: '', note: '' }]),
  );
}

const good: CertificateCase = {
  sessions: four,
  marks: marked('present', 'present', 'late', 'present'),
  joinedSessionId: null,
  result: { kind: 'score', score: 86 },
  attendanceThresholdPercent: 80,
  passMark: 60,
  countingRules: defaultCountingRules,
  issuedNumber: null,
  today: '2026-04-01',
};

const reasonsOf = (about: Partial<CertificateCase>) =>
  certificateVerdict({ ...good, ...about }).reasons.map(describeReason);

describe('第22条: a certificate is refused, with reasons, unless attendance and assessment allow it', () => {
  test('attended and passed: issued, with the hours of 第10条', () => {
    expect(certificateVerdict(good)).toMatchObject({ eligible: true, reasons: [], hours: { total: 8 } });
  });

  test.each<[string, Partial<CertificateCase>, string[]]>([
    [
      'leave does not count as present',
      { marks: marked('present', 'present', 'leave', 'present') },
      ['出勤率 75% < 80%（3/4 次）'],
    ],
    [
      'a threshold of 75 lets 3 of 4 pass',
      { marks: marked('present', 'present', 'absent', 'late'), attendanceThresholdPercent: 75 },
      [],
    ],
    ['no result', { result: undefined }, ['没有考核结果']],
    ['a score below', { result: { kind: 'score', score: 58 } }, ['成绩 58 < 60']],
    ['59.5 is below 60', { result: { kind: 'score', score: 59.5 } }, ['成绩 59.5 < 60']],
    ['a failed verdict', { result: { kind: 'verdict', passed: false } }, ['考核不合格']],
    ['a passed verdict', { result: { kind: 'verdict', passed: true } }, []],
    ['issued before', { issuedNumber: 'N1' }, ['已发证书 N1']],
    ['no sessions', { sessions: [], marks: new Map() }, ['培训班没有课次']],
    [
      'the last session is to come',
      { today: '2026-03-27', marks: marked('present', 'present', 'present') },
      ['还有 1 次课未上', '出勤率 75% < 80%（3/4 次）'],
    ],
    [
      'an unmarked session',
      { marks: marked('present', 'present', 'present'), attendanceThresholdPercent: 50 },
      ['还有 1 次课未点名'],
    ],
    [
      'all at once',
      { marks: marked('absent', 'absent', 'absent', 'absent'), result: undefined },
      ['出勤率 0% < 80%（0/4 次）', '没有考核结果'],
    ],
    [
      'hours of nothing',
      { sessions: [four[0]!].map((session) => ({ ...session, minutes: 44 })), marks: marked('present') },
      ['学时为 0'],
    ],
  ])('%s', (_, about, reasons) => {
    expect(reasonsOf(about)).toEqual(reasons);
  });

  test('a late joiner needs no mark before joining, and the rate still speaks of the whole class', () => {
    const marks = new Map([...marked('absent', 'present', 'present', 'present')].slice(1));
    const joined = { marks, joinedSessionId: four[1]!.id };
    expect(reasonsOf({ ...joined, attendanceThresholdPercent: 75 })).toEqual([]);
    expect(reasonsOf(joined)).toEqual(['出勤率 75% < 80%（3/4 次）']);
  });
});
