import { expect, test } from 'vitest';
import { dayWithoutClass } from '../../../shared/domain/base/public-holiday.ts';
import { type Repeat, seriesFrom } from './session-plan.ts';

const arranged = [
  { firstDate: '2026-10-01', lastDate: '2026-10-07', name: '国庆节', kind: 'off' as const },
  { firstDate: '2026-10-10', lastDate: '2026-10-10', name: '国庆节', kind: 'work' as const },
];
const whyNot = (date: string) => dayWithoutClass(date, arranged);
const repeat = (about: Partial<Repeat>): Repeat => ({
  count: 8,
  rhythm: 'weekly',
  skipsHolidays: true,
  ...about,
});

test('every Saturday eight times passes over the National Day and the Saturday that is worked', () => {
  expect(seriesFrom('2026-09-19', repeat({}), whyNot)).toEqual({
    dates: [
      '2026-09-19',
      '2026-09-26',
      '2026-10-17',
      '2026-10-24',
      '2026-10-31',
      '2026-11-07',
      '2026-11-14',
      '2026-11-21',
    ],
    skipped: [
      { date: '2026-10-03', why: '国庆节' },
      { date: '2026-10-10', why: '国庆节调休上班' },
    ],
  });
});

test.each<[string, Partial<Repeat>, string[]]>([
  [
    'kept through holidays where asked',
    { count: 3, skipsHolidays: false },
    ['2026-10-03', '2026-10-10', '2026-10-17'],
  ],
  ['weekends', { count: 3, rhythm: 'weekend' }, ['2026-10-11', '2026-10-17', '2026-10-18']],
  ['workdays', { count: 3, rhythm: 'workday' }, ['2026-10-08', '2026-10-09', '2026-10-12']],
  ['one session stays on its day', { count: 1, rhythm: 'workday' }, ['2026-10-03']],
])('%s', (_, about, dates) => {
  expect(seriesFrom('2026-10-03', repeat(about), whyNot).dates).toEqual(dates);
});

test('a rhythm that never meets a free day comes to an end', () => {
  expect(seriesFrom('2026-10-03', repeat({}), () => '停课').dates).toEqual([]);
});
