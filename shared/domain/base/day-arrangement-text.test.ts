import { expect, test } from 'vitest';
import { readDayArrangements, writeDayArrangements } from './day-arrangement-text.ts';

const text = '2026-10-01 至 2026-10-07 国庆节\n2026-10-10 国庆节 上班\n2026-12-31 盘点';

test('what is written is read back the same', () => {
  const read = readDayArrangements(text);
  expect(read).toMatchObject({
    ok: true,
    arrangements: [
      { firstDate: '2026-10-01', lastDate: '2026-10-07', name: '国庆节', kind: 'off' },
      { firstDate: '2026-10-10', lastDate: '2026-10-10', kind: 'work' },
      { name: '盘点', kind: 'off' },
    ],
  });
  expect(read.ok && writeDayArrangements(read.arrangements)).toBe(text);
});

test.each(['国庆节', '2026-02-30 假', '2026-10-07 至 2026-10-01 国庆节', '2026-10-01'])(
  '“%s” is refused with its line',
  (written) => {
    expect(readDayArrangements(`\n${written}`)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('第 2 行'),
    });
  },
);
