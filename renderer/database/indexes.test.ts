import { expect, test } from 'vitest';
import { openDesk } from '../../tests/support/desk.ts';
import { finishedClass } from '../../tests/support/finished-class.ts';
import { issueCertificates } from '../records/certificates/certificate-commands.ts';
import { addFundEntry } from '../records/fees/fund-commands.ts';

test('what is null stands in no index: a query by it finds only rows that say it', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 1);
  await desk.execute(issueCertificates, { classId, learnerIds });
  await desk.execute(addFundEntry, {
    classId,
    direction: 'spending',
    date: '2026-11-24',
    source: 'government',
    category: 'venue',
    amountFen: 100,
    party: '示例会堂',
    note: '',
    trainerId: null,
  });
  const { classes, certificates, fundEntries } = desk.database.rows;
  expect(await classes.get(classId)).toMatchObject({ closed: null, filed: null, planLineId: null });
  for (const index of ['closed.at', 'filed.at', 'planLineId'] as const)
    expect(await classes.where(index).above('').count()).toBe(0);
  expect(await certificates.count()).toBe(1);
  expect(await certificates.where('toReplace.at').above('').count()).toBe(0);
  expect(await fundEntries.count()).toBe(1);
  expect(await fundEntries.where('trainerId').above('').count()).toBe(0);
});
