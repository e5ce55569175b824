import { describe, expect, test } from 'vitest';
import { feeItemOf } from '../../tests/support/fee-item.ts';
import { sessionOf } from '../../tests/support/session.ts';
import type { FeeItem } from '../domain/money/fee.ts';
import type { Notice } from '../domain/money/notice.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import { disclosureFaults, noticeInForce, noticeLineOf } from './disclosure.ts';
import { type AskedCharge, authorityFault, chargeableUnits, chargeFault } from './fees.ts';

const training = feeItemOf();

function classOf(about: Partial<TrainingClass> = {}): TrainingClass {
  return { id: 'class-1', title: '知识更新班', feeItems: [training], ...about } as TrainingClass;
}

function noticeOf(items: FeeItem[], about: Partial<Notice> = {}, classId = 'class-1'): Notice {
  const lines = [{ classId, planLineId: null, items }];
  return { id: 'notice-1', version: 1, publishedOn: '2026-11-01', lines, ...about } as unknown as Notice;
}

function asked(about: Partial<AskedCharge> = {}): AskedCharge {
  return {
    of: classOf(),
    learnerName: '张三',
    item: training,
    unitFen: 600_00,
    quantity: 1,
    date: '2026-11-24',
    chargedFen: 0,
    limit: 1,
    notice: noticeOf([training]),
    ...about,
  };
}

describe('第22条: only what was published is charged, at most at its standard', () => {
  test.each<[string, Partial<AskedCharge>, string | null]>([
    ['published 600.00, charged 600.00', {}, null],
    ['published 600.00, charged 600.01', { unitFen: 600_01 }, 'feeAboveStandard'],
    ['charged less', { unitFen: 300_00 }, null],
    ['no notice in force', { notice: null }, 'feeNotDisclosed'],
    ['a notice that says nothing of the item', { notice: noticeOf([]) }, 'feeNotDisclosed'],
    ['an item of another name', { item: { ...training, title: '资料费' } }, 'feeNotListed'],
    [
      'the class lists 800.00, published 600.00',
      { of: classOf({ feeItems: [feeItemOf({ standardFen: 800_00 })] }), unitFen: 800_00 },
      'feeAboveStandard',
    ],
    [
      'the class lists 500.00, published 600.00',
      { of: classOf({ feeItems: [feeItemOf({ standardFen: 500_00 })] }), unitFen: 500_01 },
      'feeAboveStandard',
    ],
    ['the same item once more', { chargedFen: 600_00, unitFen: 1 }, 'feeChargedTwice'],
    ['the rest of what was charged in part', { chargedFen: 200_00, unitFen: 400_00 }, null],
    ['two persons for one learner', { quantity: 2 }, 'feeTooManyUnits'],
  ])('%s', (_, about, code) => {
    expect(chargeFault(asked(about))?.code ?? null).toBe(code);
  });
});

test.each([
  ['authority', 1, true],
  ['authority', 0, false],
  ['base', 600_00, false],
  ['other', 600_00, false],
] as const)('第26条: organiser %s asking %i 分 is refused: %s', (organiserKind, amount, isRefused) => {
  const fault = authorityFault({ title: '局办班', organiserKind }, [0, amount]);
  expect(fault?.code ?? null).toBe(isRefused ? 'authorityCharges' : null);
});

test('第26条: an authority’s class is not charged for, whatever was published', () => {
  const of = classOf({ organiserKind: 'authority' });
  expect(chargeFault(asked({ of, unitFen: 1 }))?.code).toBe('authorityCharges');
});

test('an item by the hour counts at most the hours of the timetable, by the day the days of the class', () => {
  const sessions = [sessionOf({ minutes: 180 }), sessionOf({ date: '2026-03-14', counting: 'halfDay' })];
  const period = { startDate: '2026-03-07', endDate: '2026-03-14' };
  expect(chargeableUnits('person', sessions, period)).toBe(1);
  expect(chargeableUnits('hour', sessions, period)).toBe(8);
  expect(chargeableUnits('day', sessions, period)).toBe(8);
  expect(chargeableUnits('day', [], { startDate: null, endDate: null })).toBe(0);
});

describe('the notice in force for a class', () => {
  const first = noticeOf([training]);
  const second = noticeOf([feeItemOf({ standardFen: 500_00 })], { version: 2, publishedOn: '2026-11-20' });
  const ofAnother = noticeOf([training], { version: 3, publishedOn: '2026-11-22' }, 'class-2');

  test.each([
    ['2026-10-31', null],
    ['2026-11-01', 1],
    ['2026-11-19', 1],
    ['2026-11-20', 2],
    ['2026-11-24', 2],
  ])('on %s is version %s', (date, version) => {
    const found = noticeInForce([second, ofAnother, first], { id: 'class-1', planLineId: null }, date);
    expect(found?.version ?? null).toBe(version);
  });

  test('is found by the line of the plan, unless the class itself is named', () => {
    const lines = [
      { classId: null, planLineId: 'line-1', title: '按计划' },
      { classId: 'class-1', planLineId: 'line-1', title: '按班' },
    ];
    const notice = noticeOf([], { lines: lines as Notice['lines'] });
    expect(noticeLineOf(notice, { id: 'class-9', planLineId: 'line-1' })?.title).toBe('按计划');
    expect(noticeLineOf(notice, { id: 'class-1', planLineId: 'line-1' })?.title).toBe('按班');
    expect(noticeLineOf(notice, { id: 'class-9', planLineId: null })).toBeNull();
  });
});

test('what a class means to charge beyond its notice is said, free items need none', () => {
  const line = noticeLineOf(noticeOf([training]), { id: 'class-1', planLineId: null });
  const textbook = feeItemOf({ kind: 'textbook', title: '教材费', standardFen: 80_00 });
  expect(disclosureFaults([training], line)).toEqual([]);
  expect(disclosureFaults([{ ...training, standardFen: 600_01 }, textbook], line)).toEqual([
    '“培训费” 600.01 元高于公示标准 600.00 元',
    '“教材费”没有公示',
  ]);
  expect(disclosureFaults([{ ...textbook, standardFen: 0 }], null)).toEqual([]);
});
