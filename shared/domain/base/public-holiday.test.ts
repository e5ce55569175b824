import { expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { type DayArrangement, dayWithoutClass, statutoryHoliday } from './public-holiday.ts';

function holidaysOf(year: number): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const name = statutoryHoliday(date);
    for (const one of name?.split('、') ?? []) found[one] = [...(found[one] ?? []), date.slice(5)];
  }
  return found;
}

test.each([
  [
    2025,
    {
      元旦: ['01-01'],
      除夕: ['01-28'],
      春节: ['01-29', '01-30', '01-31'],
      清明节: ['04-04'],
      劳动节: ['05-01', '05-02'],
      端午节: ['05-31'],
      国庆节: ['10-01', '10-02', '10-03'],
      中秋节: ['10-06'],
    },
  ],
  [
    2026,
    {
      元旦: ['01-01'],
      除夕: ['02-16'],
      春节: ['02-17', '02-18', '02-19'],
      清明节: ['04-05'],
      劳动节: ['05-01', '05-02'],
      端午节: ['06-19'],
      中秋节: ['09-25'],
      国庆节: ['10-01', '10-02', '10-03'],
    },
  ],
])('the statutory holidays of %i', (year, expected) => {
  expect(holidaysOf(year)).toEqual(expected);
});

test('in a year with a leap fifth or eighth month a festival is kept once, also where two meet', () => {
  for (let year = 2017; year <= 2060; year += 1) {
    const { 端午节, 中秋节, 春节, 除夕, 清明节 } = holidaysOf(year);
    const counts = [端午节, 中秋节, 春节, 除夕, 清明节].map((days) => days?.length);
    expect([year, ...counts]).toEqual([year, 1, 1, 3, 1, 1]);
  }
});

test('the arrangement of a year adds days off and worked weekends', () => {
  const arranged: DayArrangement[] = [
    { firstDate: '2026-10-01', lastDate: '2026-10-07', name: '国庆节', kind: 'off' },
    { firstDate: '2026-10-10', lastDate: '2026-10-10', name: '国庆节', kind: 'work' },
  ];
  expect(dayWithoutClass('2026-10-06', arranged)).toBe('国庆节');
  expect(dayWithoutClass('2026-10-10', arranged)).toBe('国庆节调休上班');
  expect(dayWithoutClass('2026-10-17', arranged)).toBeNull();
  expect(dayWithoutClass('2026-01-01', arranged)).toBe('元旦');
});
