import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { z } from 'zod';
import { Journal } from '../../electron/services/journal/journal.ts';
import { civilDateAt, civilYear } from '../../shared/domain/base/civil-date.ts';
import { type SurveyAnswer, withoutOrder } from '../../shared/domain/surveys/survey-answer.ts';
import { HostClient } from '../support/host-client.ts';
import { type Answered, answerKept, atTerminal, inFiles, onPaper } from '../support/made-up-answers.ts';
import type { OpenBase } from '../support/open-base.ts';
import { rowsInBrowser } from '../support/rows-in-browser.ts';
import type { DeskDriver } from './desk-driver.ts';

export const run = promisify(execFile);
const today = civilDateAt(Date.now());
export const year = civilYear(today);
export const title = '测绘地理信息新技术研修班';

export const everybody = [...atTerminal, ...inFiles, ...onPaper];

export function codesOf({ facts }: OpenBase): string[] {
  return z.object({ codes: z.array(z.string()) }).parse(facts).codes;
}

export async function openRun(desk: DeskDriver): Promise<void> {
  await desk.go('评估');
  await desk.page.getByRole('region', { name: '评估调查' }).locator('tbody tr').first().click();
  await desk.page.getByRole('heading', { level: 1, name: '学员满意度调查表' }).waitFor();
}

/** What lies in the ballot box by now, past the app: a box tells it when it is shut, and another page may shut it. */
export async function answersInBox({ host, page }: OpenBase): Promise<SurveyAnswer[]> {
  const [of] = (await rowsInBrowser(page)).surveyRuns as { id: string }[];
  const client = await HostClient.connect(host);
  const { content } = await client.host.surveys.shut({ runId: of?.id ?? '' });
  client.close();
  return content;
}

/** The answers made up, as they are to be kept: without the order they came in. */
export async function asKept(answered: readonly Answered[], { page }: OpenBase): Promise<SurveyAnswer[]> {
  const [of] = (await rowsInBrowser(page)).surveyRuns as { trainers: { id: string }[] }[];
  return withoutOrder(answered.map((one) => answerKept(one, of?.trainers[0]?.id ?? '')));
}

/** Whoever saw a slip, or knows what somebody wrote, finds it nowhere on the disk in clear. */
export async function expectNoTrace(
  dataFolder: string,
  codes: readonly string[],
  texts: readonly string[],
): Promise<void> {
  const everything = JSON.stringify(await new Journal(join(dataFolder, 'journal')).read(1, 5000));
  for (const secret of [...codes, ...texts]) expect(everything.includes(secret)).toBe(false);
  const boxes = join(dataFolder, 'ballot-boxes');
  const left = await readdir(boxes);
  expect(left).toHaveLength(1);
  const sealed = await readFile(join(boxes, left[0] ?? ''));
  for (const secret of [...codes, ...texts]) expect(sealed.includes(secret)).toBe(false);
}

export const textsOf = (answered: readonly Answered[]) =>
  answered.flatMap(({ text }) => (text === '' ? [] : [text]));
