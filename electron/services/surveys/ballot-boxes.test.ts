import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as uuid, v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { readingHere } from '../../../tests/support/reading.ts';
import { answerOf, boxFormOf } from '../../../tests/support/survey.ts';
import type { Keyring } from '../keys/keyring.ts';
import { BallotBoxes } from './ballot-boxes.ts';

async function openBoxes() {
  const folder = await mkdtemp(join(tmpdir(), 'boxes-'));
  const keyring = { rootKey: randomBytes(32) } as Keyring;
  return {
    folder,
    boxes: new BallotBoxes(folder, keyring, readingHere),
    again: () => new BallotBoxes(folder, keyring, readingHere),
  };
}

const cast = (point: number, code: string | null = null, advice = '') => ({
  token: v4(),
  code,
  answer: answerOf(point, advice),
});

async function refusedBy(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'nothing was refused',
    (thrown: Error) => thrown.message,
  );
}

describe('a ballot box keeps every answer that was acknowledged', () => {
  test('another start of the host finds them', async () => {
    const { boxes, again } = await openBoxes();
    const form = boxFormOf();
    await boxes.open(form);
    await Promise.all([5, 4, 3].map((point) => boxes.cast(form.runId, cast(point))));
    expect(await again().state(form.runId)).toMatchObject({ answers: 3, received: { kiosk: 3 } });
    expect((await again().open(form)).answers).toBe(3);
  });

  test('a box that can’t be read is not taken for none: it is not begun anew over its answers', async () => {
    const { folder, boxes, again } = await openBoxes();
    const form = boxFormOf();
    await boxes.open(form);
    await boxes.cast(form.runId, cast(5));
    const [name] = await readdir(folder);
    const path = join(folder, name!);
    await rename(path, `${path}.away`);
    await mkdir(path);
    for (const act of [() => again().open(form), () => again().state(form.runId)])
      expect(await refusedBy(act())).toContain('无法读取');
    await rmdir(path);
    await rename(`${path}.away`, path);
    expect((await again().open(form)).answers).toBe(1);
  });

  test('a box that is not on this machine is said to be missing, none is made up', async () => {
    const { boxes } = await openBoxes();
    expect(await boxes.state(uuid())).toBeNull();
    expect(await refusedBy(boxes.cast(uuid(), cast(5)))).toContain('票箱不在这台电脑上');
  });

  test('what is not an answer to the form stays out, with the reason', async () => {
    const { boxes } = await openBoxes();
    const form = boxFormOf();
    await boxes.open(form);
    expect(await refusedBy(boxes.cast(form.runId, cast(6)))).toBe('第 1 题“总体满意度”：应为 1–5 分');
    expect((await boxes.state(form.runId))?.answers).toBe(0);
  });
});

describe('one answer each', () => {
  test('a code is spent by its answer; another, a mistyped and an unknown one are told apart', async () => {
    const { boxes } = await openBoxes();
    const form = boxFormOf({ access: 'codes' });
    await boxes.open(form);
    const { codes } = await boxes.issueCodes(form.runId, 3);
    const [first = '', second = ''] = codes;
    expect(new Set(codes).size).toBe(3);
    await boxes.cast(form.runId, cast(5, first));
    expect(await boxes.state(form.runId)).toMatchObject({ answers: 1, codes: { issued: 3, spent: 1 } });
    expect(await refusedBy(boxes.cast(form.runId, cast(1, first)))).toContain('已经用过');
    expect(await refusedBy(boxes.cast(form.runId, cast(1, '000000001')))).toContain('有没有输错');
    expect(await refusedBy(boxes.cast(form.runId, cast(1)))).toBe('请输入码。');
    const strange = codes.includes('000000000') ? '' : '000000000';
    expect(await refusedBy(boxes.checkCode(form.runId, strange))).toContain('没有发过码');
    await boxes.checkCode(form.runId, second);
  });

  test('an answer sent twice, as when its reply was lost, counts once', async () => {
    const { boxes } = await openBoxes();
    const form = boxFormOf();
    await boxes.open(form);
    const one = cast(4);
    await boxes.cast(form.runId, one);
    expect((await boxes.cast(form.runId, one)).answers).toBe(1);
  });

  test('rows of a sheet are taken whole, once', async () => {
    const { boxes } = await openBoxes();
    const form = boxFormOf({ access: 'codes' });
    await boxes.open(form);
    const { codes } = await boxes.issueCodes(form.runId, 2);
    const source = 'a'.repeat(64);
    const row = (at: number, code: string) => ({ row: at, code, answer: answerOf(5) });
    const twice = [row(2, codes[0]!), row(3, codes[0]!)];
    expect(await refusedBy(boxes.castRows(form.runId, source, twice))).toContain(
      '第2行 和 第3行 用了同一个码',
    );
    expect((await boxes.state(form.runId))?.answers).toBe(0);
    const good = [row(2, codes[0]!), row(3, codes[1]!)];
    expect((await boxes.castRows(form.runId, source, good)).answers).toBe(2);
    expect(await refusedBy(boxes.castRows(form.runId, source, good))).toContain('已经收过');
  });
});

describe('paper is typed twice', () => {
  const form = boxFormOf();
  const paper = (point: number) => ({ code: null, answer: answerOf(point) });

  test.each([
    ['not all of it', 2, [paper(5)], [paper(5)], '第一遍录了 1 份'],
    ['the second time otherwise', 2, [paper(5), paper(4)], [paper(5), paper(3)], '第 2 份两遍录得不一样'],
  ])('%s: nothing is taken', async (_, forms, first, second, why) => {
    const { boxes } = await openBoxes();
    await boxes.open(form);
    const id = uuid();
    await boxes.savePile(form.runId, { id, forms, first, second });
    expect(await refusedBy(boxes.castPile(form.runId, id))).toContain(why);
    expect((await boxes.state(form.runId))?.answers).toBe(0);
  });

  test('alike: it is taken, gone from the desk, and never again', async () => {
    const { boxes } = await openBoxes();
    await boxes.open(form);
    const pile = { id: uuid(), forms: 2, first: [paper(5), paper(4)], second: [paper(5), paper(4)] };
    await boxes.savePile(form.runId, pile);
    expect(await boxes.castPile(form.runId, pile.id)).toMatchObject({
      answers: 2,
      received: { paper: 2 },
      piles: [],
    });
    expect(await refusedBy(boxes.savePile(form.runId, pile))).toContain('已经收过');
  });
});

describe('第24条: a box gives nobody away', () => {
  test('whatever order the same answers come in, the box says the same', async () => {
    const answers = [5, 3, 4, 5, 1].map((point, at) => answerOf(point, at === 2 ? '空调太冷' : ''));
    const orders = fc.shuffledSubarray(answers, { minLength: answers.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const { boxes } = await openBoxes();
        const form = boxFormOf();
        await boxes.open(form);
        for (const answer of order) await boxes.cast(form.runId, { token: v4(), code: null, answer });
        const { content } = await boxes.shut(form.runId);
        expect(content.map((one) => one.all)).toEqual([4, 1, 3, 5, 5]);
      }),
      { numRuns: 10 },
    );
  });

  test('one file a run, sealed, and no earlier state of it lies about', async () => {
    const { boxes, folder } = await openBoxes();
    const form = boxFormOf();
    await boxes.open(form);
    for (const point of [5, 4, 3]) await boxes.cast(form.runId, cast(point, null, '食堂太远'));
    const names = await readdir(folder);
    expect(names).toHaveLength(1);
    const path = join(folder, names[0]!);
    expect((await readFile(path)).includes('食堂')).toBe(false);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('a counted lot is taken out once; codes and tokens stay spent', async () => {
    const { boxes } = await openBoxes();
    const form = boxFormOf({ access: 'codes' });
    await boxes.open(form);
    const { codes } = await boxes.issueCodes(form.runId, 1);
    await boxes.cast(form.runId, cast(5, codes[0]!));
    const { lot } = await boxes.shut(form.runId);
    expect(await refusedBy(boxes.cast(form.runId, cast(5)))).toContain('停止收集');
    const emptied = await boxes.empty(form.runId, lot);
    expect(emptied).toMatchObject({ answers: 0, codes: { issued: 1, spent: 1 } });
    expect((await boxes.empty(form.runId, lot)).lot).toBe(emptied.lot);
    await boxes.open(form);
    expect(await refusedBy(boxes.cast(form.runId, cast(5, codes[0]!)))).toContain('已经用过');
  });
});
