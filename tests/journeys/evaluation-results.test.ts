import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Journal } from '../../electron/services/journal/journal.ts';
import { parseSheets } from '../../electron/services/sheets/parse-sheets.ts';
import { type SurveyAnswer, withoutOrder } from '../../shared/domain/surveys/survey-answer.ts';
import { reference } from '../support/made-up-answers.ts';
import { accessibilityViolations } from './accessibility.ts';
import { codesOf, everybody, openRun, year } from './evaluation-run.ts';
import { openDesk } from './open-desk.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';

describe('an evaluation that is closed (第24条)', () => {
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
