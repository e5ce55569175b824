import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, chineseDate, civilDateAt } from '../../shared/domain/base/civil-date.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';
import { addPlanLine, approvePlan, enrolFromRoster, tableRows } from './the-job.ts';

const roster = join(import.meta.dirname, '../fixtures/rosters/tidy.xlsx');
const people = 60;
const today = civilDateAt(Date.now());
/** A day of next week, so that it is still to come whenever this runs. */
const classDay = addDays(today, 7);
const planned = '测绘地理信息新技术研修班';
const other = '遥感应用研修班';
const basis = '内发改费字〔2024〕9号';

async function choose(desk: DeskDriver, field: string, option: string | RegExp): Promise<void> {
  await desk.page.getByRole('combobox', { name: field }).first().click();
  await desk.page.getByRole('option', { name: option }).click();
}

/** Fills the open class form: one session on the class day, taught by 高教授 in 一教室. */
async function fillClass(
  desk: DeskDriver,
  title: string,
  startTime: [string, string],
  endTime: [string, string],
): Promise<void> {
  const form = desk.page.getByRole('dialog');
  await choose(desk, '课程', '测绘地理信息新技术');
  await form.getByLabel('培训班名称').fill(title);
  await form.getByLabel('日期', { exact: false }).first().fill(classDay);
  await desk.page.keyboard.press('Tab');
  await form.getByLabel('一共几次').fill('1');
  await fillTimes(desk, startTime, endTime);
  await form.getByRole('combobox', { name: '授课教师' }).fill('高教授');
  await form.getByRole('combobox', { name: '地点' }).fill('一教室');
}

async function fillTimes(desk: DeskDriver, start: [string, string], end: [string, string]): Promise<void> {
  const form = desk.page.getByRole('dialog');
  for (const [which, [hours, minutes]] of [
    ['开始', start],
    ['结束', end],
  ] as const) {
    await form.getByLabel(`${which}的时`).fill(hours);
    await form.getByLabel(`${which}的分`).fill(minutes);
  }
}

async function openClassTab(desk: DeskDriver, title: string, tab: string): Promise<void> {
  await desk.go('培训班');
  await desk.page.getByRole('region', { name: '培训班列表' }).getByRole('row', { name: title }).click();
  await desk.tab(tab);
}

async function lastPdf({ desk, dataFolder }: OpenDesk): Promise<string[]> {
  await desk.page.locator('iframe').waitFor();
  return pageTexts((await producedPdfs(dataFolder)).at(-1) ?? '');
}

async function dragSession(desk: DeskDriver, title: string, day: string, hour: string): Promise<void> {
  const session = desk.page.getByRole('button', { name: title });
  const slot = desk.page.getByRole('button', { name: new RegExp(`^时段 ${day} ${hour}`) });
  await session.dragTo(slot, { targetPosition: { x: 4, y: 2 } });
}

describe('from the yearly plan to the day’s cash sheet', () => {
  test('a line with its fee is planned and approved', async () => {
    const { desk } = await openDesk('with-course');
    await addPlanLine(desk, { title: planned, fee: '600', basis });
    await approvePlan(desk);
  });

  test('a class is opened out of the plan, and a second one at the same time is refused', async () => {
    const { desk } = await openDesk('fee-planned');
    await desk.go('教学计划');
    await desk.page.getByRole('region', { name: '计划项目' }).locator('tbody tr').first().click();
    await desk.page.getByRole('link', { name: '据此开设培训班' }).click();
    await fillClass(desk, planned, ['09', '00'], ['11', '30']);
    await desk.page.getByRole('dialog').getByRole('button', { name: '开设培训班' }).click();
    await desk.page.getByRole('heading', { level: 1, name: planned }).waitFor();

    await desk.go('培训班');
    await desk.button('开设培训班').first().click();
    await fillClass(desk, other, ['11', '00'], ['12', '00']);
    await desk.page.getByText('2 处冲突，解决之前不能保存').waitFor();
    await desk.picture('timetable-conflict');
    await desk.page.getByRole('dialog').getByRole('button', { name: '开设培训班' }).click();
    await desk.refused(`高教授 ${chineseDate(classDay)}`);
    await fillTimes(desk, ['14', '00'], ['16', '30']);
    await desk.page.getByText('解决之前不能保存').waitFor({ state: 'hidden' });
    await desk.page.getByRole('dialog').getByRole('button', { name: '开设培训班' }).click();
    await desk.page.getByRole('heading', { level: 1, name: other }).waitFor();
  });

  test('on the calendar a session is dragged, unless its trainer is needed elsewhere', async () => {
    const { desk } = await openDesk('two-classes');
    await desk.go('课表');
    await desk.button('下一周').click();
    await desk.page.getByRole('button', { name: `14:00 ${other}` }).waitFor();
    await desk.picture('calendar-week');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await dragSession(desk, `14:00 ${other}`, classDay, '08:00');
    await desk.refused('高教授');
    await dragSession(desk, `14:00 ${other}`, classDay, '17:00');
    await desk.page.getByRole('button', { name: `17:00 ${other}` }).waitFor();
    await desk.button('撤销').click();
    await desk.page.getByRole('button', { name: `14:00 ${other}` }).waitFor();
    await desk.page.getByText('月', { exact: true }).click();
    await desk.page.getByRole('button', { name: `14:00 ${other}` }).waitFor();
    await desk.picture('calendar-month');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('the timetable goes out on paper and as a calendar', async () => {
    const opened = await openDesk('two-classes');
    const { desk } = opened;
    await openClassTab(desk, planned, '课程表与点名');
    await desk.button('打印课程表').click();
    const [page] = await lastPdf(opened);
    for (const stated of [`${planned}课程表`, '09:00–11:30', '高教授', '一教室', '全勤可得3学时']) {
      expect(page).toContain(stated);
    }
    await desk.closeDrawer();
    const saved = desk.page.waitForEvent('download');
    await desk.button('导出日历（.ics）').click();
    const text = await readFile((await (await saved).path()) ?? '', 'utf8');
    expect(text).toContain(`DTSTART;TZID=Asia/Shanghai:${classDay.replaceAll('-', '')}T090000`);
  });

  test('before its fee is published nobody is charged (第22条)', async () => {
    const { desk } = await openDesk('two-classes');
    await openClassTab(desk, planned, '学员');
    await enrolFromRoster(desk, roster, people);
    await desk.tab('收费');
    await desk.page.getByText('“培训费”没有公示，不能收取（第22条）').waitFor();
    await desk.picture('fees-undisclosed');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('计费').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '计费' }).click();
    await desk.refused('“培训费”没有公示');
    await desk.closeDrawer();
  });

  test('the notice is published: poster, page and sheet', async () => {
    const opened = await openDesk('sixty-enrolled');
    const { desk } = opened;
    await desk.go('收费公示');
    await desk.button('发布新一版').first().click();
    await desk.fill({
      '联系人和电话 *': '周老师 0471-6000000',
      '监督投诉电话 *': '0471-12333',
      '公开的地点或网址 *': '基地一楼公告栏',
    });
    await desk.picture('notice-form');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('发布第 1 版').click();
    await desk.told('收费公示第 1 版已发布');
    await desk.picture('notice');
    await desk.button('打印 A3 海报').click();
    const [poster] = await lastPdf(opened);
    for (const stated of ['继续教育收费公示', planned, '培训费600.00元/人', '0471-12333', '基地一楼公告栏']) {
      expect(poster).toContain(stated);
    }
    await desk.picture('notice-poster');
    await desk.page.keyboard.press('Escape');
    const saved = desk.page.waitForEvent('download');
    await desk.button('导出网页').click();
    const html = await readFile((await (await saved).path()) ?? '', 'utf8');
    expect(html).toContain('培训费 600.00 元/人');
    await desk.closeDrawer();
  });

  test('everybody is charged at the published standard, never above it', async () => {
    const { desk } = await openDesk('notice-published');
    await openClassTab(desk, planned, '收费');
    await desk.button(/^收费项目/).click();
    await desk.page.getByLabel('第 1 项标准').fill('600.01');
    await desk.button('保存').click();
    await desk.page.getByText('“培训费” 600.01 元高于公示标准 600.00 元，不能收取（第22条）').waitFor();
    await desk.button('计费').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '计费' }).click();
    await desk.refused('600.01 元，高于标准 600.00 元');
    await desk.closeDrawer();
    await desk.button(/^收费项目/).click();
    await desk.page.getByLabel('第 1 项标准').fill('600');
    await desk.button('保存').click();
    await desk.button('计费').click();
    await desk.picture('charge');
    await desk.page.getByRole('dialog').getByRole('button', { name: '计费' }).click();
    await desk.told('已计费 36,000.00 元');
    await desk.picture('fees-charged');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('an authority’s class charges nothing (第26条)', async () => {
    const { desk } = await openDesk('two-classes');
    await openClassTab(desk, other, '收费');
    await desk.button('修改').click();
    await choose(desk, '主办单位类别', /直接举办/);
    await desk.button('保存').click();
    await desk.told('培训班已修改');
    await desk.button(/^收费项目/).click();
    await desk.page.getByLabel('第 1 项标准').fill('0.01');
    await desk.page.getByLabel('第 1 项收费依据').fill(basis);
    await desk.button('保存').click();
    await desk.refused('不得收取任何费用');
    await desk.closeDrawer();
  });

  test('at the front desk one is found, pays by Enter, and gets a receipt', async () => {
    const opened = await openDesk('sixty-charged');
    const { desk } = opened;
    await desk.go('收费');
    await desk.page.getByText(`${people} 人欠费，共 36,000.00 元`).waitFor();
    await desk.picture('cashier');
    await desk.page.getByLabel('找人收款').press('Enter');
    await desk.button('收款 600.00 元并出收据').waitFor();
    await desk.picture('account');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.keyboard.press('Enter');
    const [receipt] = await lastPdf(opened);
    for (const stated of ['收款收据', 'SNMG01-', '陆佰元整', '现金', planned]) {
      expect(receipt).toContain(stated);
    }
    await desk.picture('receipt');
    await desk.closeDrawer();
    await desk.page.getByText(`${people - 1} 人欠费`).waitFor();
  });

  test('an employer pays for its people in one transfer', async () => {
    const opened = await openDesk('sixty-charged');
    const { desk } = opened;
    await desk.go('收费');
    await desk.page.getByText('单位结算').click();
    await desk.page.getByRole('region', { name: '欠费的单位' }).locator('tbody tr').first().waitFor();
    const [first] = await tableRows(desk, '欠费的单位');
    const owing = Number(first?.[1]);
    await desk.page.getByRole('region', { name: '欠费的单位' }).locator('tbody tr').first().click();
    await desk.picture('employer-account');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button(/^收款 .* 元并出收据$/).click();
    const [receipt] = await lastPdf(opened);
    expect(receipt).toContain('转账');
    expect(receipt?.split(planned).length).toBe(owing + 1);
    await desk.closeDrawer();
  });

  test('one is let off with a reason, another is refunded', async () => {
    const opened = await openDesk('two-receipts');
    const { desk } = opened;
    await desk.go('收费');
    await desk.page.getByText(/人欠费，共/).waitFor();
    await desk.page.getByLabel('找人收款').press('Enter');
    await desk.button(/^减免 /).click();
    await desk.page.getByLabel('减免原因').fill('脱贫地区学员');
    await desk.page.getByRole('dialog').getByRole('button', { name: '减免', exact: true }).last().click();
    await desk.told('已减免 600.00 元');
    await desk.page.getByText('没有欠费').waitFor();
    await desk.closeDrawer();

    await desk.page.getByText('收据', { exact: true }).first().click();
    await desk.page.getByText(/^2 张，净收/).waitFor();
    await desk.page.getByRole('region', { name: '收据登记簿' }).locator('tbody tr').last().click();
    await desk.button('退款').click();
    await desk.page.getByLabel('退款原因').fill('因病不能参加');
    await desk.picture('refund');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('确认退款').click();
    const [refund] = await lastPdf(opened);
    expect(refund).toContain('退款收据');
    expect(refund).toContain('因病不能参加');
    await desk.closeDrawer();
  });

  test('the day’s cash sheet adds up, and the plan shows the money', async () => {
    const opened = await openDesk('money-settled');
    const { desk } = opened;
    await desk.go('收费');
    await desk.page.getByText('日报表').first().click();
    await desk.picture('daily');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('打印日报表').click();
    const text = (await lastPdf(opened)).join('');
    await desk.picture('daily-sheet');
    const [cash] = /现金600\.00600\.000\.00/.exec(text) ?? [];
    expect(cash).toBeDefined();
    const transfer = /转账([\d,.]+?\.\d\d)0\.00\1/.exec(text)?.[1];
    expect(text).toContain(`合计3张${transfer}`);
    await desk.closeDrawer();
    await desk.go('教学计划');
    await desk.page.getByText(`${transfer} / 30,000.00`).waitFor();
    await desk.picture('plan-with-money');
    await desk.go('合规检查');
    await desk.page.getByText(/第 1 版收费公示/).waitFor();
    await desk.page.getByText(/直接举办 1 个班，收费 0\.00 元/).waitFor();
  });
});
