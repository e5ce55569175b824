import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { longName } from '../support/bases/made-files.ts';
import { folderOf } from '../support/open-base.ts';
import { pdfOf } from '../support/pdf-files.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { producedPdfs } from './produced-pdf.ts';
import { leaveBoard, markEverybody, openBoard, typeResults } from './the-job.ts';

const run = promisify(execFile);
const title = '测绘地理信息新技术研修班';

async function openClassTab(desk: DeskDriver, tab: string): Promise<void> {
  await desk.go('培训班');
  await desk.page.getByRole('region', { name: '培训班列表' }).getByRole('row', { name: title }).click();
  await desk.tab(tab);
}

async function openArchive(desk: DeskDriver): Promise<void> {
  await openClassTab(desk, '档案');
  await desk.page.getByRole('table', { name: '归档内容' }).waitFor();
}

async function openVolume(desk: DeskDriver): Promise<void> {
  await openArchive(desk);
  await desk.page.getByRole('link', { name: '看案卷' }).click();
  await desk.button('打开案卷').waitFor();
}

/** Files as they come from elsewhere, laid into a folder of the desk's own. */
async function laidInto({ dataFolder }: OpenDesk, place: string, names: readonly string[]): Promise<string> {
  const [from, folder] = [await folderOf('scans'), join(dataFolder, place)];
  await mkdir(folder);
  for (const name of names) await copyFile(join(from, name), join(folder, name));
  return folder;
}

function namesOf({ facts }: OpenDesk): string[] {
  return z.object({ names: z.array(z.string()) }).parse(facts).names;
}

const attachmentRow = ({ page }: DeskDriver, part: string) =>
  page.getByRole('table', { name: '归档内容' }).getByRole('row').filter({ hasText: part });

async function attach(desk: DeskDriver, part: string, files: string[]): Promise<void> {
  const chooser = desk.page.waitForEvent('filechooser');
  await desk.button(`添加附件到${part}`).click();
  await (await chooser).setFiles(files);
}

async function volumeFile({ desk, dataFolder }: OpenDesk): Promise<string> {
  await desk.page.locator('iframe').waitFor();
  return (await producedPdfs(dataFolder)).at(-1) ?? '';
}

describe('from a trainer’s profile to a filed volume', () => {
  test('a trainer is put on the roster and appointed', async () => {
    const { desk, dataFolder } = await openDesk('set-up');
    await desk.go('师资');
    await desk.picture('trainers-empty');
    await desk.button('添加教师').first().click();
    await desk.fill({ '姓名 *': '高教授', 工作单位: '内蒙古工业大学', 职称: '教授' });
    await desk.page.getByRole('combobox', { name: '专业领域' }).fill('测绘');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByLabel('银行账号').fill('6222 0212 3456 7890 123');
    await desk.picture('trainer-form');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByRole('dialog').getByRole('button', { name: '添加', exact: true }).click();
    await desk.told('教师已添加');
    await desk.page.getByText('在任 1 人：专职 0 人（0.0%）、兼职 1 人（100.0%）').waitFor();
    await desk.page.getByText('没有聘书').waitFor();
    await desk.page.getByRole('region', { name: '教师名册' }).locator('tbody tr').first().click();
    await desk.tab('聘任');
    await desk.button('聘任并打印聘书').click();
    await desk.page.locator('iframe').waitFor();
    await desk.picture('letter');
    const { stdout } = await run('pdftotext', [(await producedPdfs(dataFolder)).at(-1)!, '-']);
    expect(stdout.replace(/\s/g, '')).toContain(
      '高教授：兹聘请您担任内蒙古自治区工程技术继续教育基地兼职教师，承担测绘的教学工作',
    );
    await desk.page.getByRole('button', { name: '关闭预览' }).click();
    await desk.page.getByText('在期', { exact: true }).waitFor();
    await desk.closeDrawer();
  });

  test('a room that is too small is said when a session is planned, and the trainer is suggested', async () => {
    const { desk } = await openDesk('five-enrolled');
    await desk.go('办学条件');
    await desk.page.getByText(/^教室 \d+$/).click();
    await desk.button('登记教室').click();
    await desk.fill({ '名称 *': '301 教室', '容纳人数 *': '4' });
    await desk.picture('room-form');
    await desk.button('保存').click();
    await desk.page.getByRole('cell', { name: '301 教室' }).waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    await openClassTab(desk, '课程表与点名');
    await desk.page.getByRole('region', { name: '课程表' }).locator('tbody tr').first().click();
    const form = desk.page.getByRole('dialog');
    await form.getByRole('combobox', { name: '地点' }).fill('301 教室');
    await form.getByText('301 教室容纳 4 人，本班 5 人').waitFor();
    await form.getByRole('button', { name: /^选择 高教授/ }).click();
    await desk.picture('session-suggestion');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'hidden' });
  });

  test('the class is taught, assessed and closed', async () => {
    const opened = await openDesk('five-enrolled');
    const { desk } = opened;
    const names = namesOf(opened);
    await openClassTab(desk, '课程表与点名');
    for (const session of [1, 2, 3, 4]) {
      await openBoard(desk, session);
      await markEverybody(desk, session === 1 ? [2] : [], names.length);
      await leaveBoard(desk);
    }
    await typeResults(desk, names, ['86', '91', '77', '68', '95']);
    await desk.tab('结班');
    await desk.button('结班').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '结班' }).click();
    await desk.told('已结班');
  });

  test('files of odd kinds are attached; an empty one and one that vanished are named and not taken', async () => {
    const opened = await openDesk('five-closed');
    const { desk } = opened;
    await openArchive(desk);
    await desk.picture('archive-empty');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const lecture = '讲义 150102199001011230.docx';
    const folder = await laidInto(opened, '来件', ['签到表.pdf', longName, '现场.jpg', lecture]);
    const path = (name: string) => join(folder, name);
    await writeFile(path('空的.pdf'), '');
    await attach(desk, '签到和考勤', [path('签到表.pdf'), path(longName), path('空的.pdf')]);
    await desk.refused('空的.pdf 是空文件，没有添加');
    await attachmentRow(desk, '签到和考勤').getByText('附件 2 件').waitFor();
    await attach(desk, '照片', [path('现场.jpg')]);
    await attachmentRow(desk, '照片').getByText('附件 1 件').waitFor();
    await attach(desk, '授课教师和讲义', [path(lecture)]);
    // A file's name never shows an ID number.
    await desk.page.getByText('讲义 ****1230.docx').waitFor();
    // A file that goes between being chosen and being read.
    await desk.page.evaluate(() => {
      const area = [...document.querySelectorAll('tr')].find((row) => row.textContent.includes('培训总结'))!;
      const gone = new File(['x'], '消失的.pdf');
      Object.defineProperty(gone, 'arrayBuffer', {
        value: () => Promise.reject(new DOMException('', 'NotFoundError')),
      });
      const event = new Event('drop', { bubbles: true });
      const items = [{ kind: 'file', getAsFile: () => gone }];
      Object.assign(event, { dataTransfer: { types: ['Files'], items, files: [gone] } });
      area.querySelector('td:last-child > div')!.dispatchEvent(event);
    });
    await desk.refused('消失的.pdf 在复制时被移走、改动或占用');
    await desk.picture('archive-attached');
    await desk.button(/^查看附件 签到表.pdf/).click();
    await desk.page.getByText('200 页').last().waitFor();
    await desk.picture('attachment');
    await desk.closeDrawer();
  });

  test('what lies in the scanner’s folder is taken; one that vanishes while it is copied stops none', async () => {
    const opened = await openDesk('five-closed');
    const { desk, dataFolder } = opened;
    const scans = await laidInto(opened, '扫描', ['总结.pdf', '大图.jpg']);
    await openArchive(desk);
    await writeFile(join(scans, '要走的.pdf'), await pdfOf(1, 'leaving'));
    // The latest stands first and takes a while; the last one goes meanwhile.
    for (const [index, name] of ['大图.jpg', '总结.pdf', '要走的.pdf'].entries()) {
      const at = new Date(Date.now() - index * 60_000);
      await utimes(join(scans, name), at, at);
    }
    await desk.button('从扫描文件夹添加到培训总结').click();
    await desk.page.getByRole('textbox', { name: '扫描文件夹' }).fill(join(dataFolder, '没有的'));
    await desk.button('使用').click();
    await desk.refused('打不开扫描文件夹');
    await desk.page.getByRole('textbox', { name: '扫描文件夹' }).fill(scans);
    await desk.button('使用').click();
    await desk.page.getByText('要走的.pdf').waitFor();
    await desk.picture('scanner-folder');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('添加 3 件').click();
    await rm(join(scans, '要走的.pdf'));
    await desk.refused('要走的.pdf 在复制时被移走、改动或占用');
    await attachmentRow(desk, '培训总结').getByText('附件 2 件').waitFor();
    expect((await readdir(join(scans, '已收入档案'))).sort()).toEqual(['大图.jpg', '总结.pdf']);
  });

  test('it is filed with its gaps stated, as a volume with the right bookmarks and page numbers', async () => {
    const opened = await openDesk('files-attached');
    const { desk } = opened;
    await openArchive(desk);
    await desk.button('归档').click();
    expect(await desk.button('装订并归档').isDisabled()).toBe(true);
    const reasons = desk.page.getByRole('dialog').getByLabel(/^缺“.*”的原因/);
    const gaps = await reasons.count();
    expect(gaps).toBeGreaterThan(0);
    for (let index = 0; index < gaps; index += 1) await reasons.nth(index).fill('本班没有，已说明');
    await desk.picture('filing');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('装订并归档').click();
    await desk.told(/已归档，案卷号 DNMG01-\d{4}-0001/);
    await desk.picture('archive-filed');
    await desk.page.getByRole('link', { name: '看案卷' }).click();
    await desk.button('打开案卷').click();
    const volume = await volumeFile(opened);
    await desk.picture('volume');
    await desk.page.getByRole('button', { name: '关闭预览' }).click();

    const rows = (
      await desk.page
        .getByRole('table', { name: '卷内目录' })
        .locator('tbody tr')
        .evaluateAll((found) =>
          found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
        )
    ).map(([name = '', page = '', pages = '']) => ({ name, page: Number(page), pages: Number(pages) }));
    const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [volume])).stdout)?.[1]);
    const bound = rows.filter(({ pages: own }) => own > 0);
    const leading = pages - bound.reduce((sum, { pages: own }) => sum + own, 0);
    const outline = (await run('mutool', ['show', volume, 'outline'])).stdout;
    const marks = [...outline.matchAll(/"(.*)"\s+#page=(\d+)/g)].map((match) => `${match[1]} ${match[2]}`);
    expect(marks.slice(2)).toEqual(
      rows
        .filter(({ page }) => page > 0)
        .map(({ name, page }) => `${name.replace(/（不是.*）$/, '')} ${leading + page}`),
    );
    for (const { name, page, pages: own } of bound) {
      const at = leading + page + own - 1;
      const { stdout } = await run('pdftotext', ['-f', String(at), '-l', String(at), volume, '-']);
      expect(stdout.split(/\s+/), name).toContain(String(page + own - 1));
      if (name === '签到表.pdf') expect(stdout).toContain('sign-in sheet 200');
    }
    expect(bound.map(({ name }) => name)).toContain(longName);
  });

  test('verify finds it whole, and any byte that is changed in what is kept', async () => {
    const { desk, dataFolder } = await openDesk('class-filed');
    await openVolume(desk);
    await desk.button('核对').click();
    await desk.page.getByText(/^\d+ 个文件与清单一致$/).waitFor();
    const kept = join(dataFolder, 'attachments');
    const sealed = (await readdir(kept)).filter((name) => name.endsWith('.sealed'));
    for (const name of sealed) {
      const whole = await readFile(join(kept, name));
      const broken = Buffer.from(whole);
      broken[Math.floor(whole.length / 2)]! ^= 1;
      await writeFile(join(kept, name), broken);
      await desk.button('核对').click();
      await desk.page
        .getByText(/^[12] 个文件与清单不符$|的加密内容打不开/)
        .first()
        .waitFor();
      await writeFile(join(kept, name), whole);
      await desk.button('核对').click();
      await desk.page.getByText(/^\d+ 个文件与清单一致$/).waitFor();
    }
    await desk.picture('verified');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('it is lent, and not twice; its text is found', async () => {
    const { desk } = await openDesk('class-filed');
    await openVolume(desk);
    await desk.fill({ '借阅人 *': '检查组', '事由 *': '年度检查' });
    await desk.button('借出').click();
    await desk.told('已借给 检查组');
    await desk.button('归还').waitFor();
    await desk.closeDrawer();
    await desk.page.getByLabel('搜索案卷').fill('summary of the class');
    await desk.page.getByRole('cell', { name: '借出 检查组' }).waitFor();
    await desk.page.getByRole('group', { name: '找到的附件' }).getByText('总结.pdf').waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByLabel('搜索案卷').fill('没有这句话');
    await desk.page.getByText('没有找到案卷').waitFor();
    await desk.page.getByLabel('搜索案卷').fill('');
    await desk.button('盒标签').click();
    await desk.page.locator('iframe').waitFor();
    await desk.picture('box-labels');
    await desk.page.getByRole('button', { name: '关闭预览' }).click();
  });

  test('nothing but a supplement changes it from now on', async () => {
    const { desk } = await openDesk('class-filed');
    await openArchive(desk);
    expect(await desk.button('添加附件到照片').count()).toBe(0);
    await desk.tab('结班');
    const correct = async (status: string) => {
      await desk.page.getByRole('region', { name: '结班登记' }).locator('tbody tr').nth(2).click();
      const form = desk.page.getByRole('dialog');
      await form.getByText(status, { exact: true }).first().click();
      await form.getByLabel(/原因/).fill('签到表上有签名');
      await form.getByRole('button', { name: /更正/ }).last().click();
    };
    await correct('到');
    await desk.refused('已经归档（DNMG01-');
    await desk.closeDrawer();
    await desk.tab('档案');
    await desk.button('开补卷').click();
    await desk.page.getByLabel('补卷原因').fill('补登一次签到');
    await desk.button('开补卷').click();
    await desk.told('已开补卷');
    await desk.tab('结班');
    await correct('到');
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await desk.tab('档案');
    await desk.picture('supplement');
    await desk.button('完成补卷').click();
    await desk.told(/补卷 DNMG01-\d{4}-0001-补1 已归档/);
    await desk.page.getByText('补卷 1 册').waitFor();
  });

  test('exported it opens without the app; elsewhere it is compared and received', async () => {
    const { desk, dataFolder } = await openDesk('class-supplemented', { place: 'base' });
    await desk.go('档案');
    const saved = desk.page.waitForEvent('download');
    await desk.button(/^导出 \d{4} 年$/).click();
    const zip = join(dataFolder, '年度.zip');
    await (await saved).saveAs(zip);
    await desk.go('今日');

    const { desk: receiver, dataFolder: elsewhere } = await openDesk('set-up', { place: 'elsewhere' });
    await receiver.go('档案');
    await receiver.button('核对或收入外来案卷').click();
    const whole = await readFile(zip);
    const broken = Buffer.from(whole);
    broken[Math.floor(whole.length * 0.7)]! ^= 8;
    await writeFile(join(elsewhere, '坏的.zip'), broken);
    await receiver.page.getByLabel('文件夹或大的压缩包的位置').fill(join(elsewhere, '坏的.zip'));
    await receiver.button('核对').click();
    await receiver.page
      .getByText(/与清单不符|已损坏/)
      .first()
      .waitFor();
    await receiver.page.getByLabel('文件夹或大的压缩包的位置').fill(zip);
    await receiver.button('核对').click();
    await receiver.page.getByText('一字节不差').waitFor();
    await receiver.button('收入档案架').click();
    await receiver.told('已收入 2 卷');
    const received = receiver.page.getByRole('region', { name: '案卷目录' });
    await received.getByRole('row', { name: /DNMG01-\d{4}-0001-补1/ }).waitFor();
    await received.getByRole('row', { name: title }).first().click();
    await receiver.button('核对').click();
    await receiver.page.getByText(/^\d+ 个文件与清单一致$/).waitFor();
  });
});
