import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseSheets } from '../../electron/services/sheets/parse-sheets.ts';
import { civilDateAt, civilYear } from '../../shared/domain/base/civil-date.ts';
import { pdfOf } from '../support/pdf-files.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';
import { enrolFromRoster, leaveBoard, markEverybody, openBoard, tableRows, typeResults } from './the-job.ts';

const fixtures = join(import.meta.dirname, '../fixtures/rosters');
const title = '综合能力提升班';
const people = 20;
/** The year of issue, and the two the class is taught in, both over whenever this runs. */
const now = civilYear(civilDateAt(Date.now()));
const [first, second] = [now - 2, now - 1];

/** Who is in the class, in the order of its list. */
function namesOf({ facts }: OpenDesk): string[] {
  return z.object({ names: z.array(z.string()) }).parse(facts).names;
}

async function openClassTab(desk: DeskDriver, tab: string): Promise<void> {
  await desk.go('培训班');
  await desk.page.getByRole('cell', { name: title }).click();
  await desk.tab(tab);
}

async function choose(desk: DeskDriver, field: string, option: string): Promise<void> {
  await desk.page.getByRole('combobox', { name: field, exact: true }).click();
  await desk.page.getByRole('option', { name: option, exact: true }).click();
}

/** Adds sessions of 180 minutes on consecutive days. */
async function addSessions(
  desk: DeskDriver,
  firstDate: string,
  subject: string,
  count: number,
  minutes = 180,
): Promise<void> {
  await desk.button('添加课次').first().click();
  const form = desk.page.getByRole('dialog');
  await form.getByLabel('日期').fill(firstDate);
  await desk.page.keyboard.press('Tab');
  await choose(desk, '科目', subject);
  await form.getByLabel('授课分钟数').fill(String(minutes));
  if (count > 1) {
    await form.getByLabel('一共几次').fill(String(count));
    await desk.page.keyboard.press('Tab');
    await choose(desk, '间隔', '每天');
    await form.getByLabel('遇节假日顺延').uncheck();
  }
  await form.getByRole('button', { name: '添加', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
}

/** The newest PDF, page by page. */
async function newestPdf({ desk, dataFolder }: OpenDesk): Promise<string[]> {
  await desk.page.locator('iframe').first().waitFor();
  const path = (await producedPdfs(dataFolder)).at(-1) ?? '';
  return pageTexts(path);
}

async function closePreview(desk: DeskDriver): Promise<void> {
  await desk.page.getByRole('button', { name: '关闭预览' }).click();
  await desk.page.locator('iframe').waitFor({ state: 'hidden' });
}

describe('a mixed class over New Year, closed, and both years’ hours', () => {
  test('a class of 30 hours, 4 of them in the old year, is taught', async () => {
    const { desk } = await openDesk('set-up');
    await desk.go('课程');
    await desk.button('添加课程').first().click();
    await desk.fill({ '课程名称 *': '综合能力提升', '内容 *': '职业道德、法律法规与测绘新技术。' });
    await desk.button('保存').click();
    await desk.go('培训班');
    await desk.button('开设培训班').first().click();
    await choose(desk, '课程', '综合能力提升');
    await desk.fill({ '班号 *': '2025-12', '培训班名称 *': title, 班主任: '周老师' });
    await desk.page.getByLabel('现在排课').uncheck();
    await desk.page.getByRole('dialog').getByRole('button', { name: '开设培训班' }).click();
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await enrolFromRoster(desk, join(fixtures, 'messy.xlsx'), people);
    await desk.tab('课程表与点名');
    await addSessions(desk, `${first}-12-31`, '公需科目', 1);
    await addSessions(desk, `${second}-01-05`, '公需科目', 1);
    await addSessions(desk, `${second}-01-06`, '专业科目', 5);
    await addSessions(desk, `${second}-01-12`, '专业科目', 1, 90);
    for (let session = 1; session <= 8; session += 1) {
      await openBoard(desk, session);
      // The last learner misses two sessions of eight.
      await markEverybody(desk, session > 6 ? [people - 1] : [], people);
      await leaveBoard(desk);
    }
  });

  test('it can not be closed while a learner has no result (第10条)', async () => {
    const opened = await openDesk('mixed-taught');
    const { desk } = opened;
    const names = namesOf(opened);
    await openClassTab(desk, '结班');
    await desk.page.getByText(`${people} 人没有结果`).waitFor();
    await desk.picture('closing-open');
    expect(await desk.button('还差 1 项').isDisabled()).toBe(true);
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByRole('link', { name: '去登记' }).click();
    await typeResults(
      desk,
      names,
      names.map(() => '86'),
    );
    await desk.tab('证书');
    await desk.button(`为 ${people - 1} 人发证`).click();
    await desk.button('发证').click();
    await desk.told(`已发 ${people - 1} 张证书`);
    await closePreview(desk);
    await desk.tab('结班');
    await desk.button('结班').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '结班' }).click();
    await desk.told('已结班');
    const rows = await tableRows(desk, '结班登记');
    expect(rows[0]?.slice(3, 7)).toEqual(['8/8', '8', '22', '86 分']);
    await desk.picture('closing-closed');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('closed, its boards are for reading', async () => {
    const { desk } = await openDesk('mixed-closed');
    await openClassTab(desk, '课程表与点名');
    await openBoard(desk, 1);
    await desk.page.getByText('已经结班，点名不能直接改动').waitFor();
    expect(await desk.button('其余全到').isDisabled()).toBe(true);
    await leaveBoard(desk);
  });

  test('both years’ transcripts read 4 and 26 hours', async () => {
    const opened = await openDesk('mixed-closed');
    const { desk } = opened;
    const names = namesOf(opened);
    await desk.go('单位');
    await desk.picture('employers');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await choose(desk, '年度', `${second} 年`);
    const [listed] = await tableRows(desk, '单位列表');
    const employer = listed?.[0] ?? '';
    const count = Number.parseInt(listed?.[1] ?? '', 10);
    await desk.page.getByRole('region', { name: '单位列表' }).locator('tbody tr').first().click();
    await desk.page.getByRole('heading', { level: 1, name: employer }).waitFor();
    await desk.picture('employer-year');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const row = (await tableRows(desk, '年度学时')).find((cells) => cells[1] !== names.at(-1));
    expect(row?.slice(4, 7)).toEqual(['4/30', '22/60', '26/90']);
    for (const [year, general, professional] of [
      [second, 4, 22],
      [first, 4, 0],
    ] as const) {
      await choose(desk, '年度', `${year} 年`);
      await desk.button(`为 ${count} 人开具学时证明`).click();
      await desk.button('开具').click();
      await desk.told(`已开具 ${count} 份学时证明`);
      const pages = await newestPdf(opened);
      expect(pages).toHaveLength(count);
      const own = pages.find((page) => page.includes(row?.[1] ?? ''));
      expect(own).toContain(
        `${year}年度参加继续教育共计${general + professional}学时，其中公需科目${general}学时、专业科目${professional}学时`,
      );
      await desk.picture(`transcripts-${year}`);
      await closePreview(desk);
    }
    await desk.go('学时证明');
    await desk.picture('transcripts-register');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const numbers = (await tableRows(desk, '学时证明登记簿')).map((cells) => cells[0]);
    expect(numbers.toReversed()).toEqual(
      Array.from({ length: count * 2 }, (_, index) => `XNMG01-${now}-${String(index + 1).padStart(6, '0')}`),
    );
  });

  test('the employer gets its year as PDF and as a sheet', async () => {
    const opened = await openDesk('mixed-closed');
    const { desk } = opened;
    const names = namesOf(opened);
    await desk.go('单位');
    await choose(desk, '年度', `${second} 年`);
    await desk.page.getByRole('region', { name: '单位列表' }).locator('tbody tr').first().click();
    await desk.page.getByText(/^有风险 \d+$/).click();
    await desk.button('年度报告').click();
    const [page] = await newestPdf(opened);
    expect(page).toContain(`${second}年度专业技术人员继续教育学时情况`);
    expect(page).toContain('公需26、专业38');
    await closePreview(desk);
    const saved = desk.page.waitForEvent('download');
    await desk.button('导出表格').click();
    const bytes = new Uint8Array(await readFile(await (await saved).path()));
    const [sheet] = (await parseSheets('report.xlsx', bytes)).sheets;
    const heading = sheet?.rows.findIndex((cells) => cells[1]?.text === '姓名') ?? -1;
    const listed = sheet?.rows.slice(heading + 1).find((cells) => cells[1]?.text !== names.at(-1));
    expect(listed?.slice(4, 8)).toEqual([
      { text: '4', number: 4 },
      { text: '22', number: 22 },
      { text: '26', number: 26 },
      { text: '未达标' },
    ]);
  });

  test('hours earned elsewhere count with their scan, once', async () => {
    const opened = await openDesk('mixed-closed');
    const { desk } = opened;
    const names = namesOf(opened);
    await desk.go('外部学时');
    await desk.button('登记外部学时').first().click();
    await desk.page.getByLabel('学员', { exact: true }).fill(names[0] ?? '');
    await desk.page.getByRole('option').first().waitFor();
    await desk.page.keyboard.press('Enter');
    await choose(desk, '参加方式', '（七）学术会议、讲座、访问');
    const stated = { '内容 *': '草原生态学术年会', '出具单位 *': '内蒙古草原学会', 证明编号: 'CY-2026-018' };
    await desk.fill(stated);
    await desk.page.getByLabel('完成日期').fill(`${second}-06-18`);
    await desk.page.keyboard.press('Tab');
    await desk.page.getByLabel('学时', { exact: false }).last().fill('8');
    await desk.page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({
        name: '150102199001011230.pdf',
        mimeType: 'application/pdf',
        buffer: await pdfOf(1, 'certificate of attendance'),
      });
    await desk.page.getByText('查看证明').click();
    await desk.picture('outside-entry');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByText('收起证明').click();
    await desk.button('保存').click();
    await desk.told('已登记 8 学时');
    await desk.picture('outside-hours');
    await desk.button('登记外部学时').first().click();
    await desk.page.getByLabel('学员', { exact: true }).fill(names[1] ?? '');
    await desk.page.getByRole('option').first().waitFor();
    await desk.page.keyboard.press('Enter');
    await choose(desk, '参加方式', '（七）学术会议、讲座、访问');
    await desk.fill({ ...stated, 证明编号: 'cy2026018' });
    await desk.page.getByLabel('完成日期').fill(`${second}-06-18`);
    await desk.page.keyboard.press('Tab');
    await desk.page.getByLabel('学时', { exact: false }).last().fill('8');
    await desk.button('保存').click();
    await desk.refused(`已登记给 ${names[0]}`);
    await desk.closeDrawer();
  });

  test('a sheet of outside hours is previewed row by row, then taken', async () => {
    const opened = await openDesk('mixed-closed');
    const { desk } = opened;
    const names = namesOf(opened);
    await desk.go('外部学时');
    const rows = [
      ['姓名', '学员编号', '科目', '方式', '内容', '出具单位', '证明编号', '完成日期', '学时', '证明文件'],
      [
        names[2] ?? '',
        '10000003',
        '公需',
        '',
        '公需科目学习',
        '自治区继续教育公共服务平台',
        'PT-1',
        `${second}-05-01`,
        '26',
        'pt.pdf',
      ],
      [
        names[3] ?? '',
        '10000004',
        '专业',
        '五',
        '在职硕士课程',
        '内蒙古大学',
        '',
        `${second}-07-01`,
        '38',
        '',
      ],
      ['没有这人', '99999999', '专业', '五', '在职硕士课程', '内蒙古大学', '', `${second}-07-01`, '38', ''],
    ];
    await desk.page.getByRole('link', { name: '从表格导入' }).click();
    const inputs = desk.page.locator('input[type=file]');
    await inputs.nth(0).setInputFiles({
      name: 'pt.pdf',
      mimeType: 'application/pdf',
      buffer: await pdfOf(1, 'hours on the platform'),
    });
    await desk.page.getByText('已选证明文件 1 份').waitFor();
    await desk.picture('outside-import');
    await inputs.nth(1).setInputFiles({
      name: '外部学时.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}`),
    });
    await desk.page.getByText('共 3 行，有误 1 行').waitFor();
    const preview = await tableRows(desk, '外部学时预览');
    expect(preview.map((cells) => cells[1])).toEqual(['正确', '待补证明', '有误']);
    await desk.picture('outside-preview');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('导入 2 条').click();
    await desk.told('已导入 2 条，1 行有误未导入');
  });

  test('a correction shows its effect first and marks the certificate', async () => {
    const { desk } = await openDesk('mixed-closed');
    await openClassTab(desk, '结班');
    await desk.page.getByRole('region', { name: '结班登记' }).locator('tbody tr').first().click();
    const form = desk.page.getByRole('dialog');
    for (const name of [new RegExp(`${second}年1月10日`), new RegExp(`${second}年1月12日`)]) {
      await form.getByRole('radiogroup', { name }).getByText('缺').click();
    }
    await form.getByText('不再符合发证条件').waitFor();
    await form.getByText('16', { exact: true }).waitFor();
    await form.getByLabel('更正原因').fill('核对纸质签到表，两次缺课');
    await desk.picture('correction');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await form.getByRole('button', { name: '更正', exact: true }).click();
    await desk.told('的记录已更正');
    await form.waitFor({ state: 'hidden' });
    const register = desk.page.getByRole('region', { name: '结班登记' });
    await register.locator('tbody tr:not([aria-hidden])').first().getByText('6/8').waitFor();
    const [corrected] = await tableRows(desk, '结班登记');
    expect(corrected?.slice(3, 6)).toEqual(['6/8', '8', '16']);
    await desk.go('今日');
    await desk.page.getByRole('link', { name: '更正后待重发的证书 1' }).waitFor();
    await desk.picture('today');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByRole('link', { name: '更正后待重发的证书 1' }).click();
    const toReplace = desk.page.getByRole('region', { name: '证书登记簿' }).locator('tbody tr').first();
    await toReplace.waitFor();
    expect(await tableRows(desk, '证书登记簿')).toHaveLength(1);
    await toReplace.click();
    await desk.page.getByText('待更正，不能再打印').waitFor();
    await desk.picture('certificate-to-replace');
    expect(await desk.button('预览和打印').count()).toBe(0);
    await desk.closeDrawer();
  });

  test('every duty has a line; evidence is put on record and the inspection file is made', async () => {
    const opened = await openDesk('mixed-closed');
    const { desk } = opened;
    await desk.go('合规检查');
    await choose(desk, '年度', `${second} 年`);
    await desk.picture('compliance');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('登记依据 年度教学计划').click();
    await desk.page.getByRole('textbox', { name: '依据' }).fill('2026 年度教学计划，3 月 1 日报厅里批准');
    await desk.picture('duty');
    await desk.button('登记').click();
    await desk.told('依据已登记');
    await desk.closeDrawer();
    const plan = (await tableRows(desk, '合规要求')).find((cells) => cells[1] === '年度教学计划');
    expect(plan?.slice(2, 3)).toEqual(['已做到']);
    await desk.button('导出检查材料').click();
    const text = (await newestPdf(opened)).join('');
    expect(text).toContain(`${second}年继续教育基地检查材料`);
    expect(text).toContain('3月1日报厅里批准');
    expect(text).toContain(title);
    await desk.picture('inspection');
  });
});
