import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findSheet, rosterSheet } from '../../../shared/exchange/roster/header.ts';
import { judgeRoster } from '../../../shared/exchange/roster/verdicts.ts';
import { parseSheets } from './parse-sheets.ts';

const folder = join(import.meta.dirname, '../../../tests/fixtures/rosters');

const expectation = z.object({
  accepted: z.number(),
  rejected: z.array(z.object({ row: z.number(), column: z.string(), reason: z.string() })),
  headerRows: z.array(z.number()).optional(),
  first: z.string().optional(),
  last: z.string().optional(),
});
const expected = z
  .record(z.string(), expectation)
  .parse(JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')));

async function judge(name: string) {
  const parsed = await parseSheets(name, new Uint8Array(await readFile(join(folder, name))));
  const roster = findSheet(parsed.sheets, rosterSheet);
  if (!roster) throw new Error(`no header in ${name}`);
  const { sheet, header } = roster;
  return { parsed, header, verdicts: judgeRoster(sheet, header, header.mapping, new Map(), '2026-11-24') };
}

describe.each(Object.entries(expected))('%s', (name, { accepted, rejected, headerRows, first, last }) => {
  test('is read as employers meant it', async () => {
    const { header, verdicts } = await judge(name);
    const good = verdicts.flatMap((verdict) => (verdict.state === 'new' ? [verdict.person] : []));
    const bad = verdicts.flatMap((verdict) =>
      verdict.state === 'rejected'
        ? verdict.problems.map(({ column, reason }) => ({ row: verdict.row, column, reason }))
        : [],
    );
    expect(good).toHaveLength(accepted);
    expect(bad).toEqual(rejected);
    if (headerRows) expect(header.rows.map((row) => row + 1)).toEqual(headerRows);
    if (first) expect(good[0]?.name).toBe(first);
    if (last) expect(good.at(-1)?.name).toBe(last);
  });
});

test('the CSV is known to be GB18030 and keeps its rare characters', async () => {
  const { parsed, verdicts } = await judge('tidy-gb18030.csv');
  expect(parsed.encoding).toBe('GB18030');
  expect(verdicts.some((verdict) => verdict.state === 'new' && verdict.person.name === '王㛃')).toBe(true);
});

test('a name beyond U+FFFF, written as a character reference, stays that name', async () => {
  const { verdicts } = await judge('tidy.xlsx');
  expect(verdicts.find(({ row }) => row === 24)).toMatchObject({ state: 'new', person: { name: '张𬭁' } });
});

test('a known person comes back as a difference, a blank cell states nothing', async () => {
  const parsed = await parseSheets('tidy.xlsx', new Uint8Array(await readFile(join(folder, 'tidy.xlsx'))));
  const roster = findSheet(parsed.sheets, rosterSheet)!;
  const judgeWith = (known: Parameters<typeof judgeRoster>[3]) =>
    judgeRoster(roster.sheet, roster.header, roster.header.mapping, known, '2026-11-24');
  const [first] = judgeWith(new Map());
  if (first?.state !== 'new') throw new Error('the first row is good');
  const key = `residentId:${first.person.document.number}`;
  const learnerId = 'l1';
  const same = { ...first.person, education: '本科' };
  expect(judgeWith(new Map([[key, { learnerId, person: same }]]))[0]).toMatchObject({
    state: 'same',
    learnerId,
  });
  const other = { ...first.person, phone: '13800000000' };
  expect(judgeWith(new Map([[key, { learnerId, person: other }]]))[0]).toMatchObject({
    state: 'different',
    differences: [{ field: 'phone', before: '13800000000', after: first.person.phone }],
  });
});
