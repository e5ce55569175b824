import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { civilDateAt, civilYear } from '../../shared/domain/base/civil-date.ts';
import { accessibilityViolations } from './accessibility.ts';
import { openDesk } from './open-desk.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';
import { approvePlan, tableRows } from './the-job.ts';

const year = civilYear(civilDateAt(Date.now()));

describe('a yearly plan, from its first line to the class opened out of it', () => {
  test('a line is drawn up and the plan submitted and approved', async () => {
    const { desk } = await openDesk('with-course');
    await desk.go('教学计划');
    await desk.picture('plan-empty');
    await desk.button('添加项目').first().click();
    await desk.fill({ '培训名称 *': '测绘地理信息新技术研修班', '培训对象 *': '测绘、国土系统专业技术人员' });
    await desk.fill({ '每人收费（元） *': '600.001', 其他依据: '2025 年纸质评估：收回 86 份，满意率 93%' });
    await desk.button('保存').click();
    await desk.page.getByText('金额请按 600.00 的格式填写').waitFor();
    await desk.fill({ '每人收费（元） *': '600' });
    await desk.picture('plan-form');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('保存').click();
    await desk.told('已保存');
    await approvePlan(desk);
    await desk.picture('plan-approved');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('a change after that gives its reason', async () => {
    const { desk } = await openDesk('plan-approved');
    await desk.go('教学计划');
    await desk.page.getByRole('region', { name: '计划项目' }).locator('tbody tr').first().click();
    await desk.page.getByLabel('总人数').fill('80');
    await desk.page.getByRole('textbox', { name: '改动原因' }).fill('报名踊跃');
    await desk.picture('plan-change');
    await desk.button('保存').click();
    await desk.page.getByRole('cell', { name: '0 / 80', exact: true }).waitFor();
    const [row] = await tableRows(desk, '计划项目');
    expect(row?.slice(3, 5)).toEqual(['0 / 1', '0 / 80']);
  });

  test('a class is opened out of the line, and the plan says so', async () => {
    const { desk, dataFolder } = await openDesk('plan-changed');
    await desk.go('教学计划');
    await desk.page.getByRole('region', { name: '计划项目' }).locator('tbody tr').first().click();
    await desk.page.getByRole('link', { name: '据此开设培训班' }).click();
    await desk.page.getByRole('combobox', { name: '课程' }).click();
    await desk.page.getByRole('option', { name: '测绘地理信息新技术' }).click();
    await desk.picture('plan-class');
    await desk.page.getByRole('dialog').getByRole('button', { name: '开设培训班' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '测绘地理信息新技术研修班' }).waitFor();
    await desk.go('教学计划');
    await desk.page.getByRole('cell', { name: '进行中' }).waitFor();
    const [row] = await tableRows(desk, '计划项目');
    expect(row?.at(-1)).toBe('进行中');
    await desk.page.getByText('执行', { exact: true }).waitFor();
    await desk.button('打印计划').click();
    await desk.page.locator('iframe').waitFor();
    const [page] = await pageTexts((await producedPdfs(dataFolder)).at(-1) ?? '');
    for (const stated of [
      `${year}年继续教育教学计划`,
      '内人社办发〔2026〕8号',
      '600.00',
      '0/80',
      '报批后改',
    ]) {
      expect(page).toContain(stated);
    }
    await desk.picture('plan-printed');
  });

  test('the sheet it is exported to is read back, row by row, and taken with a reason', async () => {
    const { desk, dataFolder } = await openDesk('plan-opened');
    await desk.go('教学计划');
    const saved = desk.page.waitForEvent('download');
    await desk.button('导出表格').click();
    const sheet = join(dataFolder, 'plan.xlsx');
    await (await saved).saveAs(sheet);
    await desk.button('导入表格').click();
    await desk.page.getByRole('dialog').locator('input[type=file]').setInputFiles(sheet);
    await desk.button('导入 1 项').waitFor();
    const [row, ...others] = await tableRows(desk, '教学计划预览');
    expect(others).toEqual([]);
    expect(row?.slice(1)).toEqual([
      '请核对',
      '测绘地理信息新技术研修班',
      '专业，30 学时，1 期，80 人，600.00 元',
      '计划里已有同名项目，请确认不是重复；没有收费依据，公示之前要补上',
    ]);
    await desk.picture('plan-import');
    expect(await accessibilityViolations(desk)).toEqual([]);
    expect(await desk.button('导入 1 项').isDisabled()).toBe(true);
    await desk.page.getByRole('textbox', { name: '改动原因' }).fill('增开一批');
    await desk.button('导入 1 项').click();
    await desk.told('已导入 1 项');
    await desk.page.getByText(/^2 项，/).waitFor();
    expect(await tableRows(desk, '计划项目')).toHaveLength(2);
  });
});
