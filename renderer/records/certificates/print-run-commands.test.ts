import { describe, expect, test } from 'vitest';
import { blankCounts } from '../../../shared/regulation/blank-stock.ts';
import { type Desk, openDesk, refused } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { changeSettings } from '../base/base-commands.ts';
import { receiveBlanks, removeBlanks, spoilBlanks } from './blank-commands.ts';
import { issueCertificates, replaceCertificates, voidCertificate } from './certificate-commands.ts';
import { beginPrintRun, confirmPrintRun, endPrintRun, resumePrintRun } from './print-run-commands.ts';

const delivery = { prefix: '内A', digits: 6, first: 101, last: 110, receivedOn: '2026-11-01' };

async function issued(desk: Desk, count: number) {
  const { classId, learnerIds } = await finishedClass(desk, count);
  return desk.execute(issueCertificates, { classId, learnerIds });
}

const begin = (desk: Desk, ids: string[], onBlank = false) =>
  desk.execute(beginPrintRun, { title: '证书 2026-01', certificateIds: ids, onBlank });

const printsOf = async (desk: Desk, ids: string[]) =>
  (await desk.database.rows.certificates.bulkGet(ids)).map((one) => one?.prints.length);

describe('a batch that stopped goes on where it stopped', () => {
  test('what came out is printed, the rest is still to be; a run that came out whole is over', async () => {
    const desk = await openDesk();
    const ids = (await issued(desk, 5)).map(({ id }) => id);
    const run = await begin(desk, ids);
    expect(await printsOf(desk, ids)).toEqual([0, 0, 0, 0, 0]);
    expect(await desk.execute(confirmPrintRun, { id: run.id, printed: 3, blanks: null })).toEqual({
      printed: 3,
      left: 2,
    });
    expect(await printsOf(desk, ids)).toEqual([1, 1, 1, 0, 0]);
    const resumed = await desk.execute(resumePrintRun, { id: run.id, onBlank: false });
    expect(resumed?.certificateIds.slice(resumed.printed)).toEqual(ids.slice(3));
    await desk.execute(confirmPrintRun, { id: run.id, printed: 5, blanks: null });
    expect(await printsOf(desk, ids)).toEqual([1, 1, 1, 1, 1]);
    expect(await desk.database.rows.printRuns.count()).toBe(0);
  });

  test('a count below what came out already, or above the whole, is refused', async () => {
    const desk = await openDesk();
    const run = await begin(
      desk,
      (await issued(desk, 3)).map(({ id }) => id),
    );
    await desk.execute(confirmPrintRun, { id: run.id, printed: 2, blanks: null });
    for (const printed of [1, 4]) {
      expect((await refused(desk.execute(confirmPrintRun, { id: run.id, printed, blanks: null }))).code).toBe(
        'printedCountWrong',
      );
    }
  });

  test('what was voided meanwhile is passed over, and nothing left ends it', async () => {
    const desk = await openDesk();
    const ids = (await issued(desk, 3)).map(({ id }) => id);
    const run = await begin(desk, ids);
    await desk.execute(confirmPrintRun, { id: run.id, printed: 1, blanks: null });
    await desk.execute(voidCertificate, { id: ids[1]!, reason: '发错' });
    const resumed = await desk.execute(resumePrintRun, { id: run.id, onBlank: true });
    expect(resumed).toMatchObject({ certificateIds: [ids[0], ids[2]], printed: 1, onBlank: true });
    await desk.execute(voidCertificate, { id: ids[2]!, reason: '发错' });
    expect(await desk.execute(resumePrintRun, { id: run.id, onBlank: true })).toBeNull();
    expect(await desk.database.rows.printRuns.count()).toBe(0);
  });

  test('the rest can be given up', async () => {
    const desk = await openDesk();
    const run = await begin(
      desk,
      (await issued(desk, 2)).map(({ id }) => id),
    );
    await desk.execute(endPrintRun, { id: run.id });
    expect(await desk.database.rows.printRuns.count()).toBe(0);
  });
});

describe('the register of blanks', () => {
  test('each certificate is on a blank of its own; used, spoiled and left add up', async () => {
    const desk = await openDesk();
    const certificates = await issued(desk, 4);
    const ids = certificates.map(({ id }) => id);
    const { id: stockId } = await desk.execute(receiveBlanks, delivery);
    const run = await begin(desk, ids, true);
    const confirm = (printed: number, from: number, spoiled: number[]) =>
      desk.execute(confirmPrintRun, { id: run.id, printed, blanks: { stockId, from, spoiled } });
    await confirm(2, 101, [102]);
    await confirm(4, 104, []);
    const rows = await desk.database.rows.certificates.bulkGet(ids);
    expect(rows.map((one) => one?.prints[0]?.blank)).toEqual([
      '内A000101',
      '内A000103',
      '内A000104',
      '内A000105',
    ]);
    const stock = (await desk.database.rows.blankStocks.get(stockId))!;
    expect(blankCounts(stock)).toEqual({ total: 10, used: 4, spoiled: 1, left: 5 });
    expect(stock.used[103]?.number).toBe(certificates[1]?.number);
  });

  test('on numbered blanks it must be said which, and one is never used twice', async () => {
    const desk = await openDesk();
    const ids = (await issued(desk, 2)).map(({ id }) => id);
    const { id: stockId } = await desk.execute(receiveBlanks, delivery);
    const run = await begin(desk, ids, true);
    expect(
      (await refused(desk.execute(confirmPrintRun, { id: run.id, printed: 2, blanks: null }))).code,
    ).toBe('blankMissing');
    await desk.execute(spoilBlanks, { stockId, serials: [101], reason: '受潮' });
    const blanks = { stockId, from: 101, spoiled: [] };
    expect((await refused(desk.execute(confirmPrintRun, { id: run.id, printed: 2, blanks }))).message).toBe(
      '空白证书 内A000101 已经用掉或作废了，请核对编号。',
    );
    expect(await printsOf(desk, ids)).toEqual([0, 0]);
  });

  test('deliveries do not overlap, and one that was touched stays', async () => {
    const desk = await openDesk();
    await finishedClass(desk, 1);
    const { id } = await desk.execute(receiveBlanks, delivery);
    const over = { ...delivery, first: 110, last: 120 };
    expect((await refused(desk.execute(receiveBlanks, over))).message).toContain('内A000110');
    await desk.execute(receiveBlanks, { ...over, prefix: '内B' });
    await desk.execute(spoilBlanks, { stockId: id, serials: [105], reason: '撕破' });
    expect((await refused(desk.execute(removeBlanks, { id }))).code).toBe('blanksTouched');
  });
});

describe('numbers of several desks', () => {
  async function desks(desk: Desk, count: number) {
    const { classId, learnerIds } = await finishedClass(desk, count);
    const base = (await desk.database.rows.base.get('base'))!;
    const numberBlocks = [
      { desk: '总台', from: 1, to: 2 },
      { desk: '二号台', from: 501, to: 999 },
      { desk: '总台', from: 1001, to: 1001 },
    ];
    const share = () => desk.execute(changeSettings, { ...base.settings, numberBlocks });
    const issue = (at: number, from: string | null) =>
      desk.execute(issueCertificates, { classId, learnerIds: [learnerIds[at]!], desk: from });
    return { share, issue };
  }

  test('each gives out of its own block, then of its next one, until they are spent', async () => {
    const desk = await openDesk();
    const { share, issue } = await desks(desk, 6);
    await share();
    const given = [];
    for (const [at, from] of ['总台', '二号台', '总台', '总台', '二号台'].entries())
      given.push((await issue(at, from))[0]?.number.slice(-6));
    expect(given).toEqual(['000001', '000501', '000002', '001001', '000502']);
    expect((await refused(issue(5, '总台'))).code).toBe('numberBlockSpent');
  });

  test('what was given out before there were blocks is passed over', async () => {
    const desk = await openDesk();
    const { share, issue } = await desks(desk, 2);
    await issue(0, null);
    await share();
    expect((await issue(1, '总台'))[0]?.number.slice(-6)).toBe('000002');
  });

  test('a desk that has no block gives out nothing, and neither does a corrected certificate', async () => {
    const desk = await openDesk();
    const { share, issue } = await desks(desk, 2);
    const [first] = await issue(0, null);
    await share();
    for (const from of [null, '三号台']) expect((await refused(issue(1, from))).code).toBe('deskUnchosen');
    expect((await refused(desk.execute(replaceCertificates, { ids: [first!.id] }))).code).toBe(
      'deskUnchosen',
    );
  });
});
