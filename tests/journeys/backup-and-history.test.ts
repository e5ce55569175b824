import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFacts } from '../support/bases/kept-base.ts';
import { administrator, teacher } from '../support/bases/people.ts';
import type { Facts } from '../support/bases/steps/desk.ts';
import { folderOf } from '../support/open-base.ts';
import { keptProof } from '../support/rows-in-browser.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { openDesk } from './open-desk.ts';
import { signIn, tableRows } from './the-job.ts';

async function addCourse(desk: DeskDriver, title: string): Promise<void> {
  await desk.go('课程');
  await desk.button('添加课程').first().click();
  await desk.fill({ '课程名称 *': title, '内容 *': '内容' });
  await desk.button('保存').click();
  await desk.page.getByRole('cell', { name: title, exact: true }).waitFor();
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function courseTitles(desk: DeskDriver): Promise<string[]> {
  await desk.go('课程');
  return (await tableRows(desk, '课程列表')).map((cells) => cells[0] ?? '');
}

/** A restore builds the database anew and proves it; somebody signs in again. */
async function throughRestore(desk: DeskDriver): Promise<void> {
  await desk.page.getByRole('heading', { name: '恢复完成，内容已核对' }).waitFor();
  await desk.picture('restored');
  await desk.button('继续').click();
}

const proof = z.record(z.string(), z.object({ rows: z.number(), hash: z.string() }));

/** Rows and hash of everything but the journal, which has one entry more: that of the restore. */
async function contentProof(page: Page) {
  const { journal: _, ...tables } = await keptProof(page);
  return tables;
}

/** The same, as it was when the base that was backed up was built. */
function proofAtBackup(facts: Facts) {
  const { journal: _, ...tables } = proof.parse(facts.proofAtBackup);
  return tables;
}

describe('backups and history', () => {
  test('a backup is made, and shows what a restore would change before it does', async () => {
    const { desk, dataFolder } = await openDesk('sample');
    await desk.go('备份');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('现在备份').first().click();
    await desk.told('已备份，并从磁盘读回核对过');
    const files = await readdir(join(dataFolder, 'backups'));
    expect(files.filter((name) => name.endsWith('jidibackup'))).not.toEqual([]);
    await addCourse(desk, '备份之后的课');
    await desk.go('备份');
    await desk.picture('backups');
    await desk.page.getByRole('cell', { name: '手动' }).click();
    await desk.page.getByText('恢复后，备份之后的 1 次操作会撤回。').waitFor();
    await desk.picture('restore');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('restored, everything is as it was, hash by hash; restoring the one made before undoes it', async () => {
    const { desk, facts } = await openDesk('backed-up');
    await desk.go('备份');
    await desk.page.getByRole('cell', { name: '手动' }).click();
    await desk.button('恢复这份备份').click();
    await throughRestore(desk);
    expect(await contentProof(desk.page)).toEqual(proofAtBackup(facts));
    expect(await courseTitles(desk)).not.toContain('备份之后的课');
    await desk.go('备份');
    await desk.page.getByRole('cell', { name: '恢复之前' }).first().click();
    await desk.button('恢复这份备份').click();
    await throughRestore(desk);
    expect(await courseTitles(desk)).toContain('备份之后的课');
  });

  test('the history says who did what, field by field, finds a record, and takes an act back', async () => {
    const { desk } = await openDesk('backed-up');
    await desk.go('课程');
    await desk.page.getByRole('cell', { name: '备份之后的课', exact: true }).click();
    await desk.fill({ '课程名称 *': '改了名的课' });
    await desk.button('保存').click();
    await desk.page.getByRole('cell', { name: '改了名的课', exact: true }).waitFor();
    await desk.go('操作记录');
    await desk.picture('history');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByLabel('按记录找').fill('改了名');
    await expect
      .poll(async () => (await tableRows(desk, '操作列表')).map((cells) => cells[3]))
      .toEqual(['修改课程', '添加课程']);
    await desk.page.getByRole('cell', { name: '修改课程' }).click();
    await desk.page.getByRole('cell', { name: '备份之后的课', exact: true }).waitFor();
    await desk.picture('entry');
    await desk.button('撤销这次操作').click();
    await desk.button('撤销').click();
    await desk.told('已撤销');
    expect(await courseTitles(desk)).toContain('备份之后的课');
  });

  test('the chain is verified on demand, and a sheet of it is made for the inspection', async () => {
    const { desk } = await openDesk('backed-up');
    await desk.go('操作记录');
    await desk.button('核对日志').click();
    await desk.page.getByText('没有一个字节被改动').waitFor();
    await desk.page.getByText('数据库每张表的内容都与写入时一致').waitFor();
    await desk.picture('verified');
    await desk.page.keyboard.press('Escape');
    const download = desk.page.waitForEvent('download');
    await desk.button('导出供检查').click();
    expect((await download).suggestedFilename()).toBe('操作记录.xlsx');
  });

  test('a record has its own history beside it', async () => {
    const { desk } = await openDesk('sample');
    await desk.go('学员');
    await desk.page.getByRole('region', { name: '学员列表' }).locator('tbody tr').first().click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '操作记录' }).click();
    await desk.page.getByText('载入示例数据').waitFor();
    await desk.page.getByText(/^还差 公需|^已满足第11条/).waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.closeDrawer();
  });

  test('a teacher sees neither backups nor history, and can’t open them by address', async () => {
    const { desk } = await openDesk('sample');
    await desk.go('账号');
    await desk.button('添加账号').click();
    await desk.page.getByRole('dialog').getByLabel('姓名', { exact: false }).first().fill('高老师');
    await desk.page.getByRole('dialog').getByRole('checkbox', { name: '教师' }).check();
    await desk.fill({ '新密码 *': '高老师的密码', '再输一遍 *': '高老师的密码' });
    expect(await desk.button('保存').isDisabled()).toBe(true);
    await desk.fill({ '新密码 *': teacher.password, '再输一遍 *': teacher.password });
    await desk.button('保存').click();
    await desk.told('账号 高老师 已保存');
    await desk.page.keyboard.press('Control+l');
    await desk.page.getByRole('heading', { name: '已锁定' }).waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button(/换人登录/).click();
    await signIn(desk, teacher.password, '高老师');
    await desk.page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    expect(await desk.page.getByLabel('功能').getByRole('link').allTextContents()).toEqual([
      '今日',
      '培训班',
      '课表',
    ]);
    await desk.page.evaluate(() => {
      history.pushState(null, '', '/backups');
    });
    await desk.page.getByText('您的身份不能打开这一页').waitFor();
  });

  test('left alone, the desk locks itself and keeps what was being done', async () => {
    const { desk } = await openDesk('teacher-added', { who: teacher });
    await desk.page.getByLabel('功能').getByRole('link', { name: '培训班' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '培训班' }).waitFor();
    await desk.page.clock.install();
    await desk.page.keyboard.press('Shift');
    await desk.page.clock.fastForward('14:00');
    expect(await desk.page.getByRole('heading', { name: '已锁定' }).isVisible()).toBe(false);
    await desk.page.clock.fastForward('02:00');
    await desk.page.getByRole('heading', { name: '已锁定' }).waitFor();
    expect(await desk.page.getByRole('heading', { level: 1, name: '培训班' }).isVisible()).toBe(false);
    await desk.page.getByLabel('密码', { exact: true }).fill('不是这个密码');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('密码不对。').waitFor();
    await desk.page.getByLabel('密码', { exact: true }).fill(teacher.password);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('heading', { level: 1, name: '培训班' }).waitFor();
  });

  test('the backup opens on another machine by the recovery sheet, with equal hashes per table', async () => {
    const elsewhere = await folderOf('backed-up');
    const facts = await readFacts(elsewhere);
    const { recoveryCode } = z.object({ recoveryCode: z.string() }).parse(facts);
    const names = (await readdir(join(elsewhere, 'data/backups'))).filter((name) =>
      name.endsWith('jidibackup'),
    );
    const backupFile = join(elsewhere, 'data/backups', names.sort().at(-1) ?? '');
    const { desk } = await openDesk(null);
    await desk.page.getByRole('heading', { name: '欢迎使用继续教育基地' }).waitFor();
    await desk.page.locator('input[type=file]').setInputFiles(backupFile);
    await desk.page.getByLabel('恢复码或备份口令').fill(recoveryCode);
    await desk.button('打开备份').click();
    await desk.page.getByText('这里还没有数据').waitFor();
    await desk.picture('restore-elsewhere');
    await desk.button('恢复这份备份').click();
    await desk.button('从日志恢复').click();
    await throughRestore(desk);
    await desk.page.getByRole('heading', { name: '请设新密码' }).waitFor();
    expect(await contentProof(desk.page)).toEqual(proofAtBackup(facts));
    await desk.page.getByLabel('恢复单上的恢复码').fill(recoveryCode);
    const { password } = administrator;
    await desk.fill({ '新密码 *': password, '再输一遍 *': password });
    await desk.button('设新密码并登录').click();
    await desk.page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await desk.go('学员');
    await desk.page.getByRole('region', { name: '学员列表' }).locator('tbody tr').first().click();
    await desk.button('显示证件号码').click();
    await expect.poll(() => desk.page.getByLabel('证件号码').first().inputValue()).toMatch(/^\d{17}[\dX]$/);
  });
});
