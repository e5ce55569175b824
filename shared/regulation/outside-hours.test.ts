import { describe, expect, test } from 'vitest';
import {
  certificateKeyOf,
  type OutsideEntry,
  type OutsideEntryDetails,
} from '../domain/teaching/outside-entry.ts';
import { describeWay, readWay, wayNumbers } from '../domain/teaching/way.ts';
import { outsideLine } from './ledger-lines.ts';
import { findDuplicate, outsideFaults, outsideWarning } from './outside-hours.ts';

const lecture: OutsideEntryDetails = {
  learnerId: 'learner-1',
  kind: 'professional',
  way: 7,
  title: '草原生态学术年会',
  issuer: '示例市科协',
  issuerKind: 'other',
  certificateNumber: 'KX-2026-018',
  date: '2026-06-18',
  hours: 8,
};
const platform: OutsideEntryDetails = {
  ...lecture,
  kind: 'general',
  way: null,
  issuer: '继续教育公共服务平台',
  issuerKind: 'platform',
};
const proof = { hash: 'a'.repeat(64), bytes: 10, type: 'application/pdf' as const };
const entry = (details: OutsideEntryDetails, id = 'entry-1'): OutsideEntry => ({
  ...details,
  id,
  proof,
  certificateKey: certificateKeyOf(details),
  unprovenDate: null,
  at: '',
  by: '',
});

describe('第12条: nine ways, in the year they happen, as professional hours', () => {
  test.each<[string, OutsideEntryDetails, string[]]>([
    ['a lecture, way 7', lecture, []],
    ['general hours by the platform’s certificate', platform, []],
    ['general hours by another base’s certificate', { ...platform, issuerKind: 'otherBase' }, []],
    ['professional hours without a way', { ...lecture, way: null }, ['professionalWithoutWay']],
    ['general hours by a way', { ...platform, way: 6 }, ['generalWithWay']],
    ['general hours vouched for by anybody else', { ...platform, issuerKind: 'other' }, ['generalFromOther']],
    ['general hours without a number', { ...platform, certificateNumber: ' ' }, ['generalWithoutNumber']],
    ['a day to come', { ...lecture, date: '2026-11-25' }, ['inFuture']],
    ['before the measures, as history (第35条)', { ...lecture, date: '2016-05-01' }, []],
  ])('%s', (_, details, faults) => {
    expect(outsideFaults(details, '2026-11-24')).toEqual(faults);
  });

  test('visits and lectures count by half days: six hours deserve a look, eight do not', () => {
    expect(outsideWarning({ ...lecture, hours: 6 })).toContain('4 的倍数');
    expect(outsideWarning(lecture)).toBeNull();
    expect(outsideWarning({ ...lecture, way: 5, hours: 90 })).toBeNull();
  });

  test('the ledger has a line once there is a proof, in the year of the day', () => {
    expect(outsideLine(entry(lecture))).toMatchObject({ year: 2026, kind: 'professional', hours: 8, way: 7 });
    expect(outsideLine({ ...entry(lecture), proof: null })).toBeNull();
  });
});

describe('what is registered twice', () => {
  const known = [entry(lecture)];
  test.each<[string, OutsideEntryDetails, string | null]>([
    [
      'the same certificate, written otherwise',
      { ...lecture, title: '年会', certificateNumber: 'kx2026018' },
      'sameCertificate',
    ],
    ['another person’s certificate', { ...lecture, learnerId: 'learner-2' }, 'certificateOfAnother'],
    ['the same event on the same day', { ...lecture, certificateNumber: '' }, 'sameEvent'],
    [
      'another event with the same scan',
      { ...lecture, certificateNumber: '', title: '另一次会' },
      'sameProof',
    ],
    ['the general hours of the same certificate', { ...platform, issuer: lecture.issuer }, null],
    [
      'another event of another day',
      { ...lecture, certificateNumber: '', title: '另一次会', date: '2026-07-01' },
      'sameProof',
    ],
  ])('%s', (_, details, why) => {
    expect(findDuplicate({ ...details, proof }, known)?.why ?? null).toBe(why);
  });

  test('a list of names proves the hours of several people', () => {
    const other = { ...lecture, learnerId: 'learner-2', certificateNumber: '' };
    expect(findDuplicate({ ...other, proof }, known)).toBeNull();
  });
});

test.each<[string, number | null]>([
  ['（七）', 7],
  ['三', 3],
  ['9', 9],
  ['第五项', 5],
  ['学术会议', 7],
  ['远程教育', 6],
  ['（二）进修培训', 2],
  ['10', null],
  ['', null],
  ['其他方式', 9],
  ['不知道', null],
])('a sheet that says “%s” means way %s', (text, number) => {
  expect(readWay(text)).toBe(number);
});

test('every way reads as it is written', () => {
  for (const number of wayNumbers) expect(readWay(describeWay(number))).toBe(number);
});
