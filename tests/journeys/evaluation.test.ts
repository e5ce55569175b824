import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { Journal } from '../../electron/services/journal/journal.ts';
import { parseSheets } from '../../electron/services/sheets/parse-sheets.ts';
import { civilDateAt, civilYear } from '../../shared/domain/base/civil-date.ts';
import { type SurveyAnswer, withoutOrder } from '../../shared/domain/surveys/survey-answer.ts';
import { administrator } from '../support/bases/people.ts';
import { launchChromium, newContext } from '../support/chromium.ts';
import { HostClient } from '../support/host-client.ts';
import {
  type Answered,
  answerKept,
  atTerminal,
  inFiles,
  onPaper,
  reference,
} from '../support/made-up-answers.ts';
import type { OpenBase } from '../support/open-base.ts';
import { rowsInBrowser } from '../support/rows-in-browser.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { fillForm } from './fill-form.ts';
import { openDesk } from './open-desk.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';
import { settled } from './settled.ts';
import { enrolFromRoster, tableRows } from './the-job.ts';

const run = promisify(execFile);
const today = civilDateAt(Date.now());
const year = civilYear(today);
const title = '测绘地理信息新技术研修班';

const everybody = [...atTerminal, ...inFiles, ...onPaper];

function codesOf({ facts }: OpenBase): string[] {
  return z.object({ codes: z.array(z.string()) }).parse(facts).codes;
}

async function openRun(desk: DeskDriver): Promise<void> {
  await desk.go('评估');
  await desk.page.getByRole('region', { name: '评估调查' }).locator('tbody tr').first().click();
  await desk.page.getByRole('heading', { level: 1, name: '学员满意度调查表' }).waitFor();
}

/** What lies in the ballot box by now, past the app: a box tells it when it is shut, and another page may shut it. */
async function answersInBox({ host, page }: OpenBase): Promise<SurveyAnswer[]> {
  const [of] = (await rowsInBrowser(page)).surveyRuns as { id: string }[];
  const client = await HostClient.connect(host);
  const { content } = await client.host.surveys.shut({ runId: of?.id ?? '' });
  client.close();
  return content;
}

/** The answers made up, as they are to be kept: without the order they came in. */
async function asKept(answered: readonly Answered[], { page }: OpenBase): Promise<SurveyAnswer[]> {
  const [of] = (await rowsInBrowser(page)).surveyRuns as { trainers: { id: string }[] }[];
  return withoutOrder(answered.map((one) => answerKept(one, of?.trainers[0]?.id ?? '')));
}

/** Whoever saw a slip, or knows what somebody wrote, finds it nowhere on the disk in clear. */
async function expectNoTrace(
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

const textsOf = (answered: readonly Answered[]) =>
  answered.flatMap(({ text }) => (text === '' ? [] : [text]));

describe('an evaluation, from the form to next year’s plan (第24条)', () => {
  test('a class that a trainer taught', async () => {
    const { desk } = await openDesk('february-class');
    await desk.go('培训班');
    await desk.page.getByRole('region', { name: '培训班列表' }).getByRole('row', { name: title }).click();
    await desk.page.getByRole('region', { name: '课程表' }).locator('tbody tr').first().click();
    const form = desk.page.getByRole('dialog');
    await form.getByRole('combobox', { name: '授课教师' }).fill('高教授');
    await desk.page.keyboard.press('Escape');
    await form.getByRole('button', { name: '保存' }).click();
    await desk.page.getByRole('cell', { name: '高教授' }).first().waitFor();
    await enrolFromRoster(desk, 'tests/fixtures/rosters/tidy.xlsx', 60);
  });

  test('a survey is built from a template and published', async () => {
    const { desk } = await openDesk('trained-class');
    await desk.go('评估');
    await desk.picture('surveys-empty');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('新建问卷').first().click();
    await desk.button('使用 学员满意度调查表').click();
    await desk.page.getByRole('heading', { level: 1, name: '学员满意度调查表' }).waitFor();
    await desk.button('添加题目').nth(1).click();
    await desk.page.getByRole('menuitem', { name: '单选' }).click();
    const editor = desk.page.getByRole('region', { name: '题目设置' });
    await editor.getByRole('textbox', { name: '题目' }).fill('是否愿意再参加');
    await editor.getByRole('textbox', { name: '选项 1', exact: true }).fill('愿意');
    await editor.getByRole('textbox', { name: '选项 2', exact: true }).fill('不愿意');
    await desk.picture('survey-builder');
    expect(await accessibilityViolations(desk)).toEqual([]);
    // Dragged by keyboard: up past the matrix and back again.
    await desk.button('移动第 10 题').focus();
    for (const key of ['Space', 'ArrowUp', 'Space']) await desk.page.keyboard.press(key);
    await desk.button(/^9\. 是否愿意再参加/).waitFor();
    await desk.button('移动第 9 题').focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await desk.page.keyboard.press(key);
    await desk.button(/^10\. 是否愿意再参加/).waitFor();
    await desk.button('发布').click();
    await desk.told('第 1 版已发布');
  });

  test('it is put to the class, with codes on slips that are nobody’s', async () => {
    const { desk, dataFolder } = await openDesk('survey-published');
    await desk.go('评估');
    await desk.button('发放问卷').first().click();
    const form = desk.page.getByRole('dialog');
    await form.getByRole('combobox', { name: '培训班' }).click();
    await desk.page.getByRole('option', { name: /测绘地理信息新技术研修班/ }).click();
    await desk.picture('open-run');
    await form.getByRole('button', { name: '开始收集' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '学员满意度调查表' }).waitFor();
    await desk.button('打印票').click();
    await desk.page.getByRole('textbox', { name: '张数' }).fill('70');
    await desk.page.getByRole('dialog').getByRole('button', { name: '打印' }).click();
    await desk.page.locator('iframe').waitFor();
    await desk.picture('slips');
    const pdf = (await producedPdfs(dataFolder)).at(-1) ?? '';
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
    const codes = [...stdout.matchAll(/\b(\d{3}) (\d{3}) (\d{3})\b/g)].map(([code]) =>
      code.replaceAll(' ', ''),
    );
    expect(new Set(codes).size).toBe(70);
    await desk.closeDrawer();
    await desk.closeDrawer();
    await desk.page.getByText('已发码 70 个，用掉 0 个').waitFor();
    await desk.picture('collecting');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('thirty answer at the terminal, which only a password leaves', async () => {
    const opened = await openDesk('collecting');
    const { desk, dataFolder } = opened;
    const codes = codesOf(opened);
    await openRun(desk);
    await desk.button('进入终端').click();
    const code = desk.page.getByRole('textbox', { name: /请输入手里那张码/ });
    for (const [at, answer] of atTerminal.entries()) {
      await code.fill(codes[at] ?? '');
      await desk.page.keyboard.press('Enter');
      if (at === 0) {
        await desk.page.getByRole('radiogroup').first().waitFor();
        await desk.picture('kiosk');
        expect(await accessibilityViolations(desk)).toEqual([]);
      }
      await fillForm(desk.page, answer);
      await desk.page.getByText('谢谢！已经收到。').waitFor();
      await desk.button('下一位').click();
    }
    await code.fill(codes[0] ?? '');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText(/已经用过，一张码只能填一次/).waitFor();
    // Neither a reload nor going back gives the desk back.
    await desk.page.reload();
    await code.waitFor();
    await desk.page.goBack().catch(() => undefined);
    await code.waitFor();
    await settled(desk.page);
    expect(await desk.page.getByLabel('功能').count()).toBe(0);
    await desk.button('退出终端').click();
    await desk.page.getByLabel('密码', { exact: true }).fill('wrong');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText(/密码不对/).waitFor();
    await desk.page.getByLabel('密码', { exact: true }).fill(administrator.password);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByLabel('功能').waitFor();
    await expectNoTrace(dataFolder, codes, textsOf(atTerminal));
    expect(withoutOrder(await answersInBox(opened))).toEqual(await asKept(atTerminal, opened));
  });

  test('thirty fill the form file without app or network; each file counts once, an edited one not at all', async () => {
    const opened = await openDesk('thirty-at-terminal');
    const { desk, dataFolder } = opened;
    const codes = codesOf(opened);
    const answerFolder = await mkdtemp(join(tmpdir(), 'answers-'));
    await openRun(desk);
    await desk.button('导出表单').waitFor();
    const waiting = desk.page.waitForEvent('download');
    await desk.button('导出表单').click();
    const form = join(answerFolder, 'form.html');
    await (await waiting).saveAs(form);
    const elsewhere = await launchChromium();
    onTestFinished(() => elsewhere.close());
    const formContext = await newContext(elsewhere);
    await formContext.setOffline(true);
    const page = await formContext.newPage();
    await page.goto(pathToFileURL(form).href);
    const files: string[] = [];
    for (const [at, answer] of inFiles.entries()) {
      await page.getByRole('textbox', { name: /请输入手里那张码/ }).fill(codes[30 + at] ?? '');
      await page.keyboard.press('Enter');
      const saving = page.waitForEvent('download');
      await fillForm(page, answer);
      const saved = await saving;
      expect(saved.suggestedFilename()).toMatch(/^答卷-[0-9a-f]{10}\.answers\.json$/);
      files.push(join(answerFolder, `${at}.answers.json`));
      await saved.saveAs(files.at(-1) ?? '');
      await page.getByRole('button', { name: '下一位' }).click();
    }
    // Somebody gives himself better marks, somebody hands the same in twice, somebody writes a file by hand.
    const [first = ''] = files;
    const edited = (await readFile(first, 'utf8')).replace(
      /"sealed":"(.)/,
      (_, one) => `"sealed":"${one === 'A' ? 'B' : 'A'}`,
    );
    const bad = {
      edited: join(answerFolder, '改过.json'),
      copy: join(answerFolder, '副本.json'),
      made: join(answerFolder, '手写.json'),
    };
    await writeFile(bad.edited, edited);
    await writeFile(bad.copy, await readFile(first));
    await writeFile(bad.made, JSON.stringify({ answers: [{ satisfaction: 5 }] }));
    await desk.button('收入答卷文件').click();
    const choose = desk.page.getByRole('dialog').locator('input[type=file]');
    await choose.setInputFiles([...files, ...Object.values(bad)]);
    await desk.page.getByText('共 33 行，有误 3 行').waitFor();
    const verdicts = (await tableRows(desk, '答卷文件')).filter((row) => row[1] === '不能收');
    const rejected = desk.page.getByRole('region', { name: '答卷文件' });
    await rejected.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await rejected.getByText('改过.json 被改动过').waitFor();
    await rejected.getByText('副本.json 已经收过').waitFor();
    await rejected.getByText('手写.json 不是答卷文件').waitFor();
    expect(verdicts.length).toBeLessThanOrEqual(3);
    await desk.picture('answer-files');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('导入 30 个文件').click();
    await desk.told('已收入 30 个答卷文件');
    await desk.page.getByText('已发码 70 个，用掉 60 个').waitFor();
    await desk.button('收入答卷文件').click();
    await desk.page.getByRole('dialog').locator('input[type=file]').setInputFiles([first]);
    await desk.page.getByText('共 1 行，有误 1 行').waitFor();
    await desk.closeDrawer();
    await expectNoTrace(dataFolder, codes, textsOf([...atTerminal, ...inFiles]));
    expect(withoutOrder(await answersInBox(opened))).toEqual(
      await asKept([...atTerminal, ...inFiles], opened),
    );
  });

  test('thirty come back on paper and are typed twice by digits', async () => {
    const opened = await openDesk('thirty-in-files');
    const { desk, dataFolder } = opened;
    await openRun(desk);
    await desk.button('打印纸质表').click();
    await desk.page.getByRole('textbox', { name: '张数' }).fill('30');
    await desk.page.getByRole('dialog').getByRole('button', { name: '打印' }).click();
    await desk.page.locator('iframe').waitFor();
    const { stdout } = await run('pdftotext', [
      '-layout',
      (await producedPdfs(dataFolder)).at(-1) ?? '',
      '-',
    ]);
    const paperCodes = [...stdout.matchAll(/码\s+(\d{3}) (\d{3}) (\d{3})/g)].map(([, ...parts]) =>
      parts.join(''),
    );
    expect(new Set(paperCodes).size).toBe(30);
    await desk.picture('paper-form');
    await desk.closeDrawer();
    await desk.closeDrawer();
    await desk.button('录入一摞').click();
    await desk.page.getByRole('textbox', { name: '这一摞有几份' }).fill('30');
    await desk.button('开始录入').click();
    await desk.page.getByText('第一遍：第 1 份，共 30 份').waitFor();
    const { keyboard } = desk.page;
    for (const [at, { points, recommend, text, trainer, again }] of onPaper.entries()) {
      await keyboard.type(`${paperCodes[at]}${points.join('')}${recommend}`);
      await keyboard.press('Enter');
      if (text !== '') await keyboard.insertText(text);
      await keyboard.press('Enter');
      await keyboard.type(`${trainer.join('')}${again}`);
      if (at === 0) await desk.picture('pile');
    }
    await desk.page.getByText('第二遍核对：第 1 份，共 30 份').waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    for (const [at, { points, recommend, trainer, again }] of onPaper.entries()) {
      const [one = 0, ...rest] = points;
      // The first form is typed wrong once: the two typings are brought together from the paper.
      const typed = at === 0 ? (one === 5 ? 4 : 5) : one;
      await keyboard.type(`${paperCodes[at]}${typed}${rest.join('')}${recommend}`);
      await keyboard.press('Enter');
      await keyboard.type(`${trainer.join('')}${again}`);
      if (at === 0) {
        await desk.page.getByText(`两遍不一样：第一遍 ${one}，第二遍 ${typed}`).waitFor();
        await desk.picture('pile-differs');
        await keyboard.type(String(one));
        await desk.page.getByText('第二遍核对：第 2 份，共 30 份').waitFor();
      }
    }
    await desk.picture('pile-done');
    await desk.button('收入 30 份').click();
    await desk.told('已收入 30 份');
    await desk.page.getByText('还有 10 份没有交').waitFor();
    await expectNoTrace(dataFolder, [...codesOf(opened), ...paperCodes], textsOf(everybody));
    expect(withoutOrder(await answersInBox(opened))).toEqual(await asKept(everybody, opened));
  });

  test('closed, it says what the answers come to', async () => {
    const { desk } = await openDesk('thirty-on-paper');
    await openRun(desk);
    await desk.button('结束收集').click();
    await desk.picture('close-run');
    await desk.button('结束并计入 90 份').click();
    await desk.told('已结束收集，计入 90 份');
    await desk.page.getByText('发出 100 份，收回 90 份').waitFor();
    await desk.picture('results');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const all = reference(everybody.flatMap(({ points }) => points));
    await desk.page.getByText(`${all.satisfied}%`, { exact: true }).waitFor();
    await desk.page.getByText(all.mean, { exact: true }).first().waitFor();
    for (const [item, title] of [
      '总体满意度',
      '课程内容',
      '教学水平',
      '教学组织和服务',
      '场地和设施',
      '收费公开透明',
    ].entries()) {
      const { mean, satisfied } = reference(everybody.map(({ points }) => points[item] ?? 0));
      const line = desk.page
        .getByRole('region', { name: '满意度' })
        .getByText(`90 份，均分 ${mean}，满意 ${satisfied}%`);
      expect({ title, count: await line.count() }).not.toEqual({ title, count: 0 });
    }
    const promoters = everybody.filter(({ recommend }) => recommend >= 9).length;
    const detractors = everybody.filter(({ recommend }) => recommend <= 6).length;
    const net = Math.round(((promoters - detractors) / 90) * 1000) / 10;
    await desk.page.getByText(`净推荐值 ${net}`).waitFor();
    const attitude = reference(everybody.map(({ trainer }) => trainer[0] ?? 0));
    await desk.page.getByText(`90 份，均分 ${attitude.mean}，满意 ${attitude.satisfied}%`).first().waitFor();
    const again = everybody.filter((one) => one.again === 1).length;
    await desk.page
      .getByText(`${again}（${((again / 90) * 100).toFixed(1)}%）`)
      .first()
      .waitFor();
    await desk.page.getByText('“空调”（30）').waitFor();
  });

  test('report and data say the same; what is published has no free text', async () => {
    const { desk, dataFolder } = await openDesk('evaluated');
    const answerFolder = await mkdtemp(join(tmpdir(), 'answers-'));
    await openRun(desk);
    await desk.button('评估报告').click();
    await desk.page.locator('iframe').waitFor();
    const report = (await pageTexts((await producedPdfs(dataFolder)).at(-1) ?? '')).join('');
    const { mean, satisfied } = reference(everybody.map(({ points }) => points[4] ?? 0));
    expect(report).toContain(`均分${mean}，满意${satisfied}%`);
    expect(report).toContain('发出100份，收回90份，回收率90.0%');
    expect(report).not.toContain('空调');
    await desk.closeDrawer();
    const waiting = desk.page.waitForEvent('download');
    await desk.button('导出数据').click();
    const path = join(answerFolder, 'data.xlsx');
    await (await waiting).saveAs(path);
    const { sheets } = await parseSheets('data.xlsx', new Uint8Array(await readFile(path)));
    const rowsOf = (name: string) =>
      (sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.map(({ text }) => text));
    const expected = everybody.map(({ points, recommend, trainer, again }) =>
      [...points, recommend, ...trainer, again === 1 ? '愿意' : '不愿意'].join(),
    );
    const answers = rowsOf('答卷')
      .slice(1)
      .map((row) => row.join());
    expect([...answers].sort()).toEqual([...expected].sort());
    expect(answers).not.toEqual(expected);
    expect(rowsOf('文字意见')).toHaveLength(1 + 30);
  });

  test('nobody can join an answer to a learner, a time or an order', async () => {
    const opened = await openDesk('evaluated');
    const { dataFolder } = opened;
    const codes = codesOf(opened);
    const entries = await new Journal(join(dataFolder, 'journal')).read(1, 5000);
    const texts = everybody.flatMap(({ text }) => (text === '' ? [] : [text]));
    // By time: all answers stand in one entry of one moment, that of the closing.
    const telling = entries.filter((entry) => texts.some((text) => JSON.stringify(entry).includes(text)));
    expect(telling.map(({ event }) => event)).toEqual(['surveyRunClosed']);
    const kept = telling[0]?.changes.find(({ table }) => table === 'surveyAnswers');
    const answers = (kept && 'added' in kept ? kept.added.answers : []) as Record<string, unknown>[];
    expect(answers).toHaveLength(90);
    // By order: it follows from what they say; put in any other order they would be kept in the same.
    const order = answers.flatMap(({ advice }) => (typeof advice === 'string' ? [advice] : []));
    expect(order).not.toEqual(texts);
    expect(answers).toEqual(withoutOrder(answers.toReversed() as SurveyAnswer[]));
    // By person: no answer holds an id of a learner, of an account, or of its own.
    const words = new Set(JSON.stringify(answers).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
    const [run] = entries.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.table === 'surveyRuns' && 'added' in change ? [change.added] : [])),
    );
    const trainers = ((run?.trainers ?? []) as { id: string }[]).map(({ id }) => id);
    expect([...words]).toEqual(trainers);
    // By code: whoever saw a slip finds it nowhere.
    const everything = JSON.stringify(entries);
    for (const code of codes) expect(everything.includes(code)).toBe(false);
    // By what is left on the disk: one box, sealed.
    const boxes = join(dataFolder, 'ballot-boxes');
    const left = await readdir(boxes);
    expect(left).toHaveLength(1);
    const sealed = await readFile(join(boxes, left[0] ?? ''));
    for (const secret of [...codes, ...texts]) expect(sealed.includes(secret)).toBe(false);
  });

  test('next year’s plan opens with it, low items become tasks, and the plan prints its ground', async () => {
    const { desk, dataFolder } = await openDesk('evaluated');
    await desk.go('教学计划');
    await desk.page.getByRole('combobox', { name: '年度' }).click();
    await desk.page.getByRole('option', { name: String(year + 1) }).click();
    await desk.button('据评估拟定').first().click();
    const low = reference(everybody.map(({ points }) => points[4] ?? 0)).mean;
    await desk.page.getByText(`低分：场地和设施（${low}）`).waitFor();
    await desk.picture('propose');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('拟入 1 项').click();
    await desk.told('已拟入 1 项');
    await desk.page.getByRole('region', { name: '计划项目' }).locator('tbody tr').first().click();
    await desk.page.getByText('评估依据和改进（第24条）').waitFor();
    await desk.picture('line-evidence');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.closeDrawer();
    await desk.button('报批').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '报批' }).click();
    await desk.told('已报批');
    await desk.button('打印计划').click();
    await desk.page.locator('iframe').waitFor();
    const plan = (await pageTexts((await producedPdfs(dataFolder)).at(-1) ?? '')).join('');
    const { mean, satisfied } = reference(everybody.flatMap(({ points }) => points));
    expect(plan).toContain('制定依据（第24条');
    expect(plan).toContain(`收回90/100（90.0%）`);
    expect(plan).toContain(`均分${mean}`);
    expect(plan).toContain(`${satisfied}%`);
    expect(plan).toContain('改进“场地和设施”');
    await desk.picture('plan-pdf');
  });
});
