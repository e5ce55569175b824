import { execFile } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { administrator } from '../support/bases/people.ts';
import type { OpenBase } from '../support/open-base.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openAgain, openDesk } from './open-desk.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';
import {
  addCourse,
  enrolPasted,
  importRoster,
  issueCertificates,
  leaveBoard,
  markEverybody,
  openBoard,
  openClass,
  setUpBase,
  signIn,
  tableRows,
  typeResults,
} from './the-job.ts';

const fixtures = join(import.meta.dirname, '../fixtures/rosters');
const title = '测绘地理信息新技术研修班';

/** Whom the class is of, in the order of its board, and who turns up unregistered. */
function people({ facts }: OpenBase) {
  return z.object({ names: z.array(z.string()), guest: z.string().default('') }).parse(facts);
}

async function openClassPage({ desk }: OpenDesk): Promise<void> {
  await desk.go('培训班');
  await desk.page.getByRole('region', { name: '培训班列表' }).getByRole('row', { name: title }).click();
  await desk.page.getByRole('tab', { name: '课程表与点名' }).waitFor();
}

/** Who stands on the board, each with what is marked. */
function marksOn({ page }: DeskDriver): Promise<(string | null)[]> {
  return page
    .getByRole('grid', { name: '学员点名板' })
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
}

/** Ends page and host the way a power cut would, and starts both again. */
async function crashAndReopen({ host, context, dataFolder }: OpenDesk): Promise<DeskDriver> {
  await host.kill();
  await promisify(execFile)('pkill', ['-9', '-f', `user-data-dir=${join(dataFolder, 'profile')}`]);
  await context.close().catch(() => undefined);
  const { desk } = await openAgain(dataFolder, host.port);
  await signIn(desk, administrator.password);
  return desk;
}

describe('from an employer’s roster to a printed certificate', () => {
  test('first start: the base is set up', async () => {
    const { desk } = await openDesk(null);
    await setUpBase(desk);
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('a messy roster shows every wrong cell before anything is written', async () => {
    const { desk } = await openDesk('set-up');
    await importRoster(desk, join(fixtures, 'messy.xlsx'), { total: 27, good: 20, rejected: 7 }, async () => {
      expect(await accessibilityViolations(desk)).toEqual([]);
      await desk.page.getByText('有误 7', { exact: true }).click();
      const rows = await tableRows(desk, '名册预览');
      expect(rows.map((cells) => [cells[0], cells.at(-1)])).toEqual([
        ['27', '公民身份号码：身份证号校验位错误'],
        ['28', '公民身份号码：身份证号以数字保存，后几位已丢失'],
        ['29', '公民身份号码：身份证号长度错误'],
        ['30', '公民身份号码：身份证号出生日期无效'],
        ['31', '姓　名：姓名为空'],
        ['32', '性别：性别与身份证号不符'],
        ['33', '公民身份号码：与第5行重复'],
      ]);
      await desk.page.getByText('全部正确才导入').click();
      expect(await desk.button('导入 20 人').isDisabled()).toBe(true);
      await desk.page.getByText('只导入正确的行', { exact: true }).click();
    });
    expect(await tableRows(desk, '学员列表')).toHaveLength(20);
  });

  test('its employers are listed with their people and completed for the statistics', async () => {
    const { desk } = await openDesk('rostered');
    await desk.go('单位');
    const edit = desk.page.getByRole('button', { name: /^修改 .* 的资料$/ }).first();
    await edit.click();
    await desk.page.getByLabel('统一社会信用代码').fill('12150102460123458D');
    await desk.button('保存').click();
    await desk.page.getByText('统一社会信用代码不正确').waitFor();
    await desk.page.getByLabel('统一社会信用代码').fill('12150102460123458C');
    await desk.page.getByText('校验正确').waitFor();
    for (const [field, choice] of [
      ['单位性质', '事业单位'],
      ['所有制', '公有'],
      ['盟市', '包头市'],
    ] as const) {
      await desk.page.getByRole('combobox', { name: field }).click();
      await desk.page.getByRole('option', { name: choice, exact: true }).click();
    }
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('保存').click();
    await desk.told('已保存');
    const [first] = await tableRows(desk, '单位列表');
    expect(first?.slice(6, 9)).toEqual(['12150102460123458C', '事业单位', '包头市']);
    const people = Number(/\d+/.exec(first?.[1] ?? '')?.[0]);
    await edit.click();
    await desk.page.getByRole('link', { name: '在“学员”里查看' }).click();
    await desk.page.getByText(`找到 ${people} 人`).waitFor();
  });

  test('imported again, the same roster changes nothing', async () => {
    const { desk } = await openDesk('rostered');
    await desk.go('学员');
    await desk.page.getByRole('link', { name: '导入名册' }).first().click();
    await desk.page.locator('input[type=file]').setInputFiles(join(fixtures, 'messy.xlsx'));
    await desk.page.getByText('相同 20', { exact: true }).waitFor();
    await desk.page.getByText('新增 0', { exact: true }).waitFor();
    await desk.button('换一个文件').click();
    await desk.page.locator('input[type=file]').waitFor({ state: 'attached' });
  });

  test('a damaged file is refused with a reason', async () => {
    const { desk } = await openDesk('set-up');
    await desk.go('学员');
    await desk.page.getByRole('link', { name: '导入名册' }).first().click();
    await desk.page.locator('input[type=file]').setInputFiles({
      name: '坏了.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 not a zip'),
    });
    await desk.told('坏了.xlsx 已损坏，无法读取');
  });

  test('people are found by pinyin initials and by last four digits', async () => {
    const { desk } = await openDesk('rostered');
    await desk.go('学员');
    const search = desk.page.getByLabel('搜索学员');
    await search.fill('eedckt');
    await desk.page.getByText('找到 1 人').waitFor();
    await search.fill('6220');
    await desk.page.getByRole('cell', { name: '胡艳', exact: true }).waitFor();
  });

  test('a class is opened from a course and people enrolled by a pasted list', async () => {
    const { desk, facts } = await openDesk('rostered');
    const { names } = z.object({ names: z.array(z.string()) }).parse(facts);
    await addCourse(desk);
    expect(await accessibilityViolations(desk)).toEqual([]);
    await openClass(desk, '2026-09-05');
    await enrolPasted(desk, names.slice(1));
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('marks made before a crash of page and host are all there after it', async () => {
    const opened = await openDesk('enrolled-class', { keepsProfile: true });
    const { desk } = opened;
    const { names } = people(opened);
    await openClassPage(opened);
    await openBoard(desk, 1);
    expect(await accessibilityViolations(desk)).toEqual([]);
    for (const key of ['d', 'c', 'j', 'q']) await desk.page.keyboard.press(key);
    await desk.page.getByText('已保存 4', { exact: true }).waitFor();
    const address = new URL(desk.page.url()).pathname;

    const again = await crashAndReopen(opened);
    await again.page.getByRole('heading', { name: '今日' }).waitFor();
    await again.page.goto(new URL(address, again.page.url()).href);
    await again.page.getByText('已保存 4', { exact: true }).waitFor();
    expect((await marksOn(again)).slice(0, 5)).toEqual([
      `${names[0]} 到`,
      `${names[1]} 迟`,
      `${names[2]} 假`,
      `${names[3]} 缺`,
      `${names[4]} 未点`,
    ]);
  });

  test('a card marks its holder, a stranger’s card does not, and an act can be undone', async () => {
    const opened = await openDesk('enrolled-class');
    const { desk } = opened;
    await openClassPage(opened);
    await openBoard(desk, 1);
    await desk.page.keyboard.press('s');
    const scan = desk.page.getByLabel('刷卡或扫码签到');
    await scan.fill('99999999');
    await scan.press('Enter');
    await desk.page.getByText('不在这个班的名单里').waitFor();
    // 唐军 of row 6, by the ID number that a card reader types.
    await scan.fill('150502197104139969');
    await scan.press('Enter');
    await desk.page.getByText('唐军 已签到').waitFor();
    await scan.press('Escape');
    await desk.button('其余全到').click();
    await desk.page.getByText('已保存 19', { exact: true }).waitFor();
    await desk.button('撤销').click();
    await desk.page.getByText('已保存 19', { exact: true }).waitFor({ state: 'hidden' });
    await desk.button('其余全到').click();
    await desk.page.getByText('已保存 19', { exact: true }).waitFor();
  });

  test('the sign-in sheet prints the roster', async () => {
    const opened = await openDesk('enrolled-class');
    const { desk, dataFolder } = opened;
    await openClassPage(opened);
    await openBoard(desk, 1);
    await desk.button('签到表').click();
    await desk.page.locator('iframe').waitFor();
    await desk.closeDrawer();
    const [sheet] = (await producedPdfs(dataFolder)).slice(-1);
    const [page] = await pageTexts(sheet!);
    for (const name of people(opened).names) expect(page).toContain(name);
    await leaveBoard(desk);
  });

  test('one who turns up unregistered is noted, matched, and counts from there', async () => {
    const opened = await openDesk('enrolled-class');
    const { desk } = opened;
    const { guest } = people(opened);
    await openClassPage(opened);
    await openBoard(desk, 2);
    await desk.button('名单外的人').click();
    await desk.page.getByLabel('姓名 *').fill(guest);
    await desk.button('登记到场').click();
    await desk.button(`${guest} 是哪位学员？`).click();
    const picker = desk.page.getByLabel(`${guest} 对应的学员`);
    await picker.fill('eedckt');
    await desk.page.getByRole('option', { name: new RegExp(guest) }).waitFor();
    await picker.press('Enter');
    await desk.told(`${guest} 从这次课起计学时`);
    await picker.waitFor({ state: 'hidden' });
    await markEverybody(desk, [], 20);
    await leaveBoard(desk);
  });

  test('the other sessions: everybody by one key, the absent by a letter', async () => {
    const opened = await openDesk('two-sessions-marked');
    const { desk } = opened;
    await openClassPage(opened);
    const { names, guest } = people(opened);
    await openBoard(desk, 3);
    await markEverybody(desk, [2], 20);
    expect(await marksOn(desk)).toEqual(
      [...names, guest].map((name, at) => `${name} ${at === 2 ? '缺' : '到'}`),
    );
    await leaveBoard(desk);
    await openBoard(desk, 4);
    await markEverybody(desk, [], 20);
    expect(await marksOn(desk)).toEqual([...names, guest].map((name) => `${name} 到`));
    await leaveBoard(desk);
  });

  test('results are typed down the column and pasted from a spreadsheet', async () => {
    const opened = await openDesk('marked-class');
    const { desk } = opened;
    const { names, guest } = people(opened);
    await openClassPage(opened);
    const results = names.map((_, index) => (index === 4 ? '58' : index === 5 ? '' : String(70 + index)));
    await typeResults(desk, names, results);
    await desk.page.getByLabel(`${guest} 成绩`, { exact: true }).focus();
    await desk.page.keyboard.type('合格');
    await desk.page.keyboard.press('Tab');
    // A pasted column that names something that is no result records nothing of it.
    const paste = (text: string) =>
      desk.page.getByLabel(`${names[17]} 成绩`, { exact: true }).evaluate((cell, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', pasted);
        cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
    await paste('91\n很好\n');
    await desk.told('“很好”');
    expect(await desk.page.getByLabel(`${names[17]} 成绩`, { exact: true }).inputValue()).toBe(results[17]);
    await paste('91\n92.5\n');
    await desk.told('已登记 2 个成绩');
    await expect
      .poll(() => desk.page.getByLabel(`${names[18]} 成绩`, { exact: true }).inputValue())
      .toBe('92.5');
    await desk.page.getByLabel(`${names[4]} 补考成绩`).waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    // What was typed counts: one has failed, one has no result, three were not there often enough.
    await desk.tab('证书');
    await desk.button('为 15 人发证').waitFor();
  });

  test('certificates go to all who qualify, the others see why not, and the PDF states it, one page each', async () => {
    const opened = await openDesk('assessed-class');
    const { desk, dataFolder } = opened;
    const { names, guest } = people(opened);
    await openClassPage(opened);
    // names[2] had leave once and was absent once: 2 of 4; names[3] was absent once: 3 of 4; the guest came to 3 of 4.
    const { eligible, issued, refused } = await issueCertificates(desk);
    expect([eligible, issued]).toEqual([15, 15]);
    expect(refused).toEqual([
      { name: names[2], reasons: '出勤率 50% < 80%（2/4 次）' },
      { name: names[3], reasons: '出勤率 75% < 80%（3/4 次）' },
      { name: names[4], reasons: '成绩 58 < 60' },
      { name: names[5], reasons: '没有考核结果' },
      { name: guest, reasons: '出勤率 75% < 80%（3/4 次）' },
    ]);
    const [pdf] = (await producedPdfs(dataFolder)).slice(-1);
    const pages = await pageTexts(pdf!);
    const qualified = names.filter((_, index) => ![2, 3, 4, 5].includes(index));
    expect(pages).toHaveLength(15);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(qualified[index]);
      expect(page).toContain('共计16学时，其中公需科目0学时、专业科目16学时');
      expect(page).toContain(`NMG01-2026-${String(index + 1).padStart(6, '0')}`);
    }
  });

  test('one file each lands in one folder, named for its holder', async () => {
    const opened = await openDesk('certified-class');
    const { desk, dataFolder } = opened;
    const { names } = people(opened);
    await openClassPage(opened);
    await desk.tab('证书');
    await desk.button('打印已发的 15 张').click();
    await desk.page.getByRole('menuitem', { name: '每人一个文件' }).click();
    await desk.told('已生成 15 个文件');
    const files = (await producedPdfs(dataFolder)).slice(-15);
    expect(new Set(files.map(dirname)).size).toBe(1);
    expect(basename(files[14]!)).toBe(`NMG01-2026-000015 ${names.at(-1)}.pdf`);
    expect(await pageTexts(files[14]!)).toHaveLength(1);
  });

  test('the register lists them; looking is not printing', async () => {
    const opened = await openDesk('printed-class');
    const { desk, dataFolder } = opened;
    const { names } = people(opened);
    await desk.go('证书');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const rows = await tableRows(desk, '证书登记簿');
    expect(rows).toHaveLength(15);
    expect(rows[0]?.slice(0, 2)).toEqual(['NMG01-2026-000015', names.at(-1)]);
    expect(rows.map((cells) => cells[7])).toEqual(rows.map(() => '1 次'));
    await desk.page.getByRole('cell', { name: 'NMG01-2026-000015' }).click();
    await desk.button('预览和打印').click();
    await desk.page.locator('iframe').waitFor();
    await desk.button('打印').click();
    await expect.poll(async () => (await tableRows(desk, '证书登记簿'))[0]?.[7]).toBe('2 次');
    const [pdf] = (await producedPdfs(dataFolder)).slice(-1);
    expect((await pageTexts(pdf!))[0]).toContain(names.at(-1));
  });
});
