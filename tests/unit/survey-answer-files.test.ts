import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid, v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Keyring } from '../../electron/services/keys/keyring.ts';
import { BallotBoxes } from '../../electron/services/surveys/ballot-boxes.ts';
import { sealAnswers } from '../../renderer/survey-form/seal-answers.ts';
import { readingHere } from '../support/reading.ts';
import { answerOf, boxFormOf } from '../support/survey.ts';

async function boxWithCodes(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'boxes-'));
  const boxes = new BallotBoxes(folder, { rootKey: randomBytes(32) } as Keyring, readingHere);
  const form = boxFormOf({ access: 'codes' });
  await boxes.open(form);
  const { codes } = await boxes.issueCodes(form.runId, count);
  const { publicKey } = await boxes.formOf(form.runId);
  const fileOf = async (name: string, ...forms: { code: string; point: number }[]) => {
    const filled = forms.map(({ code, point }) => ({ token: v4(), code, answer: answerOf(point) }));
    const file = await sealAnswers(form.runId, publicKey, filled);
    return { name, bytes: new TextEncoder().encode(JSON.stringify(file)) };
  };
  return { boxes, runId: form.runId, codes, publicKey, fileOf };
}

describe('a file that a form without network left behind', () => {
  test('is opened by the box it was sealed to, whole, once', async () => {
    const { boxes, runId, codes, fileOf } = await boxWithCodes(3);
    const files = [
      await fileOf('一.json', { code: codes[0]!, point: 5 }),
      await fileOf('二.json', { code: codes[1]!, point: 4 }, { code: codes[2]!, point: 3 }),
    ];
    expect(await boxes.inspectFiles(runId, files)).toEqual([
      { name: '一.json', answers: 1, problem: '' },
      { name: '二.json', answers: 2, problem: '' },
    ]);
    expect((await boxes.castFiles(runId, files)).answers).toBe(3);
    const copy = { ...files[0]!, name: '一 - 副本.json' };
    expect(await boxes.inspectFiles(runId, [copy])).toMatchObject([
      { problem: '一 - 副本.json 已经收过，没有再算一次。' },
    ]);
    await expect(boxes.castFiles(runId, [copy])).rejects.toMatchObject({ code: 'answersCounted' });
    expect((await boxes.state(runId))?.answers).toBe(3);
  });

  test('every one-byte change of it is refused, and nothing is counted', async () => {
    const { boxes, runId, codes, fileOf } = await boxWithCodes(1);
    const { bytes } = await fileOf('答卷.json', { code: codes[0]!, point: 5 });
    const problems = new Set<string>();
    for (let at = 0; at < bytes.length; at += 13) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const [found] = await boxes.inspectFiles(runId, [{ name: '答卷.json', bytes: changed }]);
      problems.add(found?.problem ?? '');
      await expect(boxes.castFiles(runId, [{ name: '答卷.json', bytes: changed }])).rejects.toThrow();
    }
    expect(problems.has('')).toBe(false);
    expect((await boxes.state(runId))?.answers).toBe(0);
  });

  test.each([
    ['not JSON', 'hello', '不是答卷文件'],
    ['cut off', '{"format":"jidi-answers","version":1,', '不是答卷文件'],
    ['answers in clear, as somebody might write them', '{"answers":[{"all":5}]}', '不是答卷文件'],
  ])('%s is refused with the reason', async (_, text, why) => {
    const { boxes, runId } = await boxWithCodes(1);
    const file = { name: '答卷.json', bytes: new TextEncoder().encode(text) };
    expect((await boxes.inspectFiles(runId, [file]))[0]?.problem).toContain(why);
  });

  test('one of another run, and one that repeats a code, are told apart; a bad one stops them all', async () => {
    const { boxes, runId, codes, publicKey, fileOf } = await boxWithCodes(2);
    const good = await fileOf('好.json', { code: codes[0]!, point: 5 });
    const again = await fileOf('重.json', { code: codes[0]!, point: 1 });
    const filled = [{ token: v4(), code: codes[1]!, answer: answerOf(5) }];
    const other = JSON.stringify(await sealAnswers(uuid(), publicKey, filled));
    const foreign = { name: '别.json', bytes: new TextEncoder().encode(other) };
    const found = await boxes.inspectFiles(runId, [good, again, foreign]);
    expect(found.map(({ problem }) => problem)).toEqual([
      '',
      expect.stringContaining('已经用过'),
      expect.stringContaining('另一次调查'),
    ]);
    await expect(boxes.castFiles(runId, [good, again])).rejects.toThrow();
    expect((await boxes.state(runId))?.answers).toBe(0);
  });

  test('the lengths of files say nothing of what is in them', async () => {
    const { codes, fileOf } = await boxWithCodes(2);
    const short = await fileOf('a', { code: codes[0]!, point: 5 });
    const long = await fileOf('b', { code: codes[0]!, point: 5 }, { code: codes[1]!, point: 3 });
    expect(short.bytes.length).toBe(long.bytes.length);
  });
});
