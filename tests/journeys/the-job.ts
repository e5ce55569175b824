import { administrator } from '../support/bases/people.ts';
import type { DeskDriver } from './desk-driver.ts';

/** The steps of the main job, from an employer's roster to printed certificates. */

/** The first start: the administrator, and the recovery code of the sheet. */
export async function foundAdministrator(
  desk: DeskDriver,
  { name, password } = administrator,
): Promise<string> {
  await desk.page.getByRole('heading', { name: '欢迎使用继续教育基地' }).waitFor();
  await desk.picture('first-administrator');
  await desk.fill({ '您的姓名 *': name, '新密码 *': password, '再输一遍 *': password });
  await desk.button('建立管理员').click();
  const code = await desk.page.getByLabel('恢复码', { exact: true }).textContent();
  await desk.picture('recovery-sheet');
  await desk.page.getByLabel('已经打印或抄下').check();
  await desk.button('继续').click();
  return code ?? '';
}

/** Signs in as whoever was here last, or as the one named. */
export async function signIn(desk: DeskDriver, password: string, name?: string): Promise<void> {
  await desk.page.getByRole('heading', { name: '登录' }).waitFor();
  if (name !== undefined) {
    await desk.page.getByRole('combobox', { name: '姓名' }).click();
    await desk.page.getByRole('option', { name, exact: true }).click();
  }
  await desk.page.getByLabel('密码', { exact: true }).fill(password);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('heading', { name: '登录' }).waitFor({ state: 'hidden' });
}

/** The administrator lets somebody in. */
export async function addAccount(
  desk: DeskDriver,
  name: string,
  role: string,
  password: string,
): Promise<void> {
  await desk.go('账号');
  await desk.button('添加账号').click();
  const form = desk.page.getByRole('dialog');
  await form.getByLabel('姓名', { exact: false }).first().fill(name);
  await form.getByRole('checkbox', { name: role }).check();
  await desk.fill({ '新密码 *': password, '再输一遍 *': password });
  await desk.picture('account-form');
  await desk.button('保存').click();
  await desk.told(`账号 ${name} 已保存`);
  await desk.picture('accounts');
}

export async function setUpBase(desk: DeskDriver): Promise<void> {
  await foundAdministrator(desk);
  await desk.page.getByRole('heading', { name: '填写基地信息' }).waitFor();
  await desk.picture('set-up');
  await desk.fill({
    '基地名称 *': '内蒙古自治区工程技术继续教育基地',
    '基地代码 *': 'nmg01',
    '批准文号 *': '内人社发〔2018〕12号',
    '批准日期 *': '2018-05-20',
    '批准部门 *': '内蒙古自治区人力资源和社会保障厅',
    '地址 *': '呼和浩特市赛罕区学府路1号',
  });
  await desk.page.keyboard.press('Escape');
  await desk.button('开始使用').click();
  await desk.page.getByRole('heading', { name: '今日' }).waitFor();
  await desk.picture('today-empty');
}

export interface RosterCounts {
  total: number;
  good: number;
  rejected: number;
}

/** Imports a roster through its preview. `onPreview` looks at it before anything is written. */
export async function importRoster(
  desk: DeskDriver,
  file: string,
  counts: RosterCounts,
  onPreview: () => Promise<void> = async () => undefined,
): Promise<void> {
  await desk.go('学员');
  await desk.page.getByRole('link', { name: '导入名册' }).first().click();
  await desk.picture('import-drop');
  await desk.page.locator('input[type=file]').setInputFiles(file);
  await desk.page.getByText(`全部 ${counts.total}`, { exact: true }).waitFor();
  await desk.page.getByText(`有误 ${counts.rejected}`, { exact: true }).waitFor();
  await desk.picture('import-preview');
  await onPreview();
  await desk.button(`导入 ${counts.good} 人`).click();
  await desk.page.getByText(`共 ${counts.good} 人`).waitFor();
  await desk.picture('learners');
}

export async function addCourse(desk: DeskDriver): Promise<void> {
  await desk.go('课程');
  await desk.picture('courses-empty');
  await desk.button('添加课程').first().click();
  await desk.fill({
    '课程名称 *': '测绘地理信息新技术',
    '内容 *': '北斗定位、倾斜摄影、实景三维。',
  });
  await desk.page.getByRole('combobox', { name: '教材' }).fill('测绘地理信息新技术读本（第二版）');
  await desk.page.keyboard.press('Escape');
  await desk.picture('course-form');
  await desk.button('保存').click();
  await desk.page.getByRole('cell', { name: '测绘地理信息新技术', exact: true }).waitFor();
}

/** Opens a class of four weekly sessions of 180 minutes from `firstDate` on. */
export async function openClass(desk: DeskDriver, firstDate: string): Promise<void> {
  await desk.go('培训班');
  await desk.picture('classes-empty');
  await desk.button('开设培训班').first().click();
  await desk.page.getByRole('combobox', { name: '课程' }).click();
  await desk.page.getByRole('option', { name: '测绘地理信息新技术' }).click();
  await desk.fill({ '班号 *': '2026-03', '培训班名称 *': '测绘地理信息新技术研修班', 班主任: '周老师' });
  await desk.page.getByLabel('日期', { exact: false }).first().fill(firstDate);
  await desk.page.keyboard.press('Tab');
  // Whatever day this runs on, the sessions are a week apart.
  await desk.page.getByLabel('遇节假日顺延').uncheck();
  await desk.picture('class-form');
  await desk.page.getByRole('dialog').getByRole('button', { name: '开设培训班' }).click();
  await desk.page.getByRole('heading', { level: 1, name: '测绘地理信息新技术研修班' }).waitFor();
  await desk.page.getByRole('link', { name: '点名' }).nth(3).waitFor();
  await desk.picture('timetable');
}

export interface PlannedFee {
  title: string;
  fee: string;
  basis: string;
}

/** Draws up one line of this year's plan. */
export async function addPlanLine(desk: DeskDriver, { title, fee, basis }: PlannedFee): Promise<void> {
  await desk.go('教学计划');
  await desk.button('添加项目').first().click();
  await desk.fill({
    '培训名称 *': title,
    '培训对象 *': '测绘、国土系统专业技术人员',
    '每人收费（元） *': fee,
    收费依据: basis,
    其他依据: '2025 年纸质评估：收回 86 份，满意率 93%',
  });
  await desk.button('保存').click();
  await desk.told('已保存');
}

/** Takes the plan from draft to approved. */
export async function approvePlan(desk: DeskDriver): Promise<void> {
  await desk.button('报批').click();
  await desk.page.getByRole('dialog').getByRole('button', { name: '报批' }).click();
  await desk.told('已报批');
  await desk.button('登记批准').click();
  await desk.fill({ '批准文号 *': '内人社办发〔2026〕8号' });
  await desk.button('保存批准').click();
  await desk.told('已登记批准');
}

/** Enrols people by a pasted list. */
export async function enrolPasted(desk: DeskDriver, lines: string[]): Promise<void> {
  await desk.tab('学员');
  await desk.picture('members-empty');
  await desk.button('粘贴名单').click();
  await desk.page.getByLabel('每行一个姓名、身份证号或学员编号').fill(lines.join('\n'));
  await desk.button(`加入 ${lines.length} 人`).waitFor();
  await desk.picture('paste-list');
  await desk.button(`加入 ${lines.length} 人`).click();
  await desk.told(`已加入 ${lines.length} 人`);
  await desk.picture('members');
}

/** Imports an employer's roster from within the class: whoever it names is enrolled. */
export async function enrolFromRoster(desk: DeskDriver, file: string, count: number): Promise<void> {
  await desk.tab('学员');
  await desk.picture('members-empty');
  await desk.button('导入名册并加入').click();
  await desk.page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  await desk.button(`导入 ${count} 人`).click();
  await desk.told(`已加入 ${count} 人`);
  await desk.picture('members');
}

/** Opens the attendance board of the n-th session, from 1. */
export async function openBoard(desk: DeskDriver, session: number): Promise<void> {
  await desk.tab('课程表与点名');
  await desk.page
    .getByRole('link', { name: '点名' })
    .nth(session - 1)
    .click();
  await desk.page.getByRole('grid', { name: '学员点名板' }).waitFor();
}

export async function leaveBoard(desk: DeskDriver): Promise<void> {
  await desk.page.getByRole('link', { name: '返回培训班' }).click();
  await desk.page.getByRole('tab', { name: '课程表与点名' }).waitFor();
}

/** Marks the absent by walking to them, then everybody else by one key. */
export async function markEverybody(desk: DeskDriver, absent: number[], total: number): Promise<void> {
  let at = 0;
  for (const index of absent) {
    for (; at < index; at += 1) await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('q');
    at += 1;
  }
  await desk.page.keyboard.press('a');
  await desk.page.getByText(`已保存 ${total}`, { exact: true }).waitFor();
}

/** Types results down the column, Enter after each; an empty text leaves one out. */
export async function typeResults(desk: DeskDriver, names: string[], results: string[]): Promise<void> {
  await desk.tab('成绩');
  await desk.page.getByLabel(`${names[0]} 成绩`, { exact: true }).first().focus();
  for (const result of results) {
    if (result !== '') await desk.page.keyboard.type(result);
    await desk.page.keyboard.press('Enter');
  }
  await desk.page.keyboard.press('Tab');
  await desk.picture('assessment');
}

/** The rows a table shows, cell by cell. */
export async function tableRows(desk: DeskDriver, label: string): Promise<string[][]> {
  const rows = desk.page.getByRole('region', { name: label }).locator('tbody tr:not([aria-hidden])');
  return rows.evaluateAll((elements) =>
    elements.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
  );
}

export interface Issued {
  eligible: number;
  issued: number;
  refused: { name: string; reasons: string }[];
}

function numberIn(text: string | null): number {
  return Number(/\d+/.exec(text ?? '')?.[0]);
}

/** Issues for all who qualify; answers how many, and who did not and why. */
export async function issueCertificates(desk: DeskDriver): Promise<Issued> {
  await desk.tab('证书');
  const issue = desk.button(/^为 \d+ 人发证$/);
  const eligible = numberIn(await issue.textContent());
  await desk.picture('certificates-verdicts');
  await desk.page.getByText(/^不能发证 \d+$/).click();
  const refused = (await tableRows(desk, '发证情况')).map((cells) => ({
    name: cells[1] ?? '',
    reasons: (cells.at(-1) ?? '').replace('不能发证', '').trim(),
  }));
  await issue.click();
  await desk.picture('issue-confirm');
  await desk.button('发证').click();
  const notice = desk.page.getByRole('alert').filter({ hasText: /已发 \d+ 张证书/ });
  const issued = numberIn(await notice.textContent());
  await desk.page.locator('iframe').waitFor();
  await desk.picture('certificate-preview');
  await desk.closeDrawer();
  return { eligible, issued, refused };
}
