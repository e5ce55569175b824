import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workbookBytes } from '../electron/services/sheets/write-sheet.ts';
import { civilDateAt, civilYear } from '../shared/domain/base/civil-date.ts';
import type { DeskDriver } from './journeys/desk-driver.ts';
import { administrator } from './support/bases/people.ts';

const headings = [
  '总体满意度',
  '课程内容',
  '教学水平',
  '教学组织和服务',
  '场地和设施',
  '收费公开透明',
  '您有多大可能向同事推荐本基地',
  '最需要改进的地方',
];
const advice = ['教室空调太冷', '多安排实操', '空调温度调高一点', '实操时间再长些', '食堂排队太久'];

function answerRows(count: number): (string | number)[][] {
  return Array.from({ length: count }, (_, at) => [
    5 - (at % 2),
    4 + (at % 2),
    5 - (at % 3),
    4,
    2 + (at % 3),
    5,
    7 + (at % 4),
    advice[at % 9] ?? '',
  ]);
}

/** An evaluation from the template to next year's plan, with its screens. */
export async function evaluate(desk: DeskDriver, folder: string): Promise<void> {
  const { page } = desk;
  await desk.go('评估');
  await desk.picture('surveys-empty');
  await desk.button('新建问卷').first().click();
  await desk.picture('survey-templates');
  await desk.button('使用 学员满意度调查表').click();
  await page.getByRole('heading', { level: 1, name: '学员满意度调查表' }).waitFor();
  await desk.picture('survey-builder');
  await desk.button('发布').click();
  await desk.told('第 1 版已发布');
  await desk.go('评估');
  await desk.button('发放问卷').first().click();
  await page.getByRole('dialog').getByRole('combobox', { name: '培训班' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('radio', { name: /不用码/ }).check();
  await page.getByRole('textbox', { name: '发出份数' }).fill('60');
  await desk.button('开始收集').click();
  await desk.button('进入终端').click();
  await desk.button('开始填写').click();
  await page.getByRole('radiogroup').first().waitFor();
  await desk.picture('kiosk');
  await desk.button('退出终端').click();
  await page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await desk.button('导入表格').click();
  const path = join(folder, '在线问卷.xlsx');
  await writeFile(path, await workbookBytes([{ name: '答卷', rows: [headings, ...answerRows(54)] }]));
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(path);
  await desk.button('导入 54 份').waitFor();
  await desk.picture('answer-sheet');
  await desk.button('导入 54 份').click();
  await desk.told('已收入 54 份');
  await desk.picture('collecting');
  await desk.button('结束收集').click();
  await desk.button('结束并计入 54 份').click();
  await page.getByText('发出 60 份，收回 54 份').waitFor();
  await desk.picture('results');
  await desk.button('评估报告').click();
  await page.locator('iframe').waitFor();
  await desk.picture('evaluation-report');
  await desk.closeDrawer();
  await desk.go('评估');
  await page.getByText('对比', { exact: true }).click();
  await desk.picture('compare');
  await desk.go('教学计划');
  await page.getByRole('combobox', { name: '年度' }).click();
  const next = civilYear(civilDateAt(Date.now())) + 1;
  await page.getByRole('option', { name: String(next) }).click();
  await desk.button('据评估拟定').first().click();
  await page.getByText('评分高的在前').waitFor();
  await desk.picture('propose');
  await desk.closeDrawer();
  await desk.go('培训班');
  await page.getByRole('region', { name: '培训班列表' }).locator('tbody tr').first().click();
}
