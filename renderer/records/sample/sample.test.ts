import { expect, test } from 'vitest';
import { openDesk, refused } from '../../../tests/support/desk.ts';
import { classVerdicts } from '../certificates/verdicts.ts';
import { loadSample } from './load-sample.ts';

test('the sample is one act: a base with a class ready for certificates, never over data that is there', async () => {
  const desk = await openDesk();
  await desk.execute(loadSample, {});
  expect(await desk.database.rows.journal.count()).toBe(1);
  const finished = await desk.database.rows.classes.where('number').equals('2026-01').first();
  const outcomes = [...(await classVerdicts(desk.database, finished!, '2026-11-24')).values()];
  expect(outcomes.filter(({ verdict }) => verdict.eligible)).toHaveLength(13);
  expect(await desk.database.rows.charges.where('owedFen').above(0).count()).toBe(22);
  expect(await desk.database.rows.receipts.count()).toBe(5);
  expect((await refused(desk.execute(loadSample, {}))).code).toBe('notEmpty');
});
