import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withoutOrder } from '../../shared/domain/surveys/survey-answer.ts';
import { administrator } from '../support/bases/people.ts';
import { launchChromium, newContext } from '../support/chromium.ts';
import { atTerminal, inFiles, onPaper } from '../support/made-up-answers.ts';
import { accessibilityViolations } from './accessibility.ts';
import {
  answersInBox,
  asKept,
  codesOf,
  everybody,
  expectNoTrace,
  openRun,
  run,
  textsOf,
  title,
} from './evaluation-run.ts';
import { fillForm } from './fill-form.ts';
import { openDesk } from './open-desk.ts';
import { producedPdfs } from './produced-pdf.ts';
import { settled } from './settled.ts';
import { enrolFromRoster, tableRows } from './the-job.ts';

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
});
