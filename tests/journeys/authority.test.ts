import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSheets } from '../../electron/services/sheets/parse-sheets.ts';
import { sealPackage } from '../../electron/services/submissions/sealed-package.ts';
import { isSignedBy } from '../../shared/exchange/proof/is-signed-by.ts';
import { acknowledgementKind } from '../../shared/exchange/submission/acknowledgement.ts';
import { authorityCardKind } from '../../shared/exchange/submission/authority-card.ts';
import { readSignedFile } from '../../shared/exchange/submission/signed-file.ts';
import { fiveBases } from '../support/packed-base.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { openDesk } from './open-desk.ts';

async function saved(desk: DeskDriver, button: string): Promise<string> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).click();
  const download = await waiting;
  const path = join(await mkdtemp(join(tmpdir(), 'authority-')), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function put(desk: DeskDriver, ...paths: string[]): Promise<void> {
  const waiting = desk.page.waitForEvent('filechooser');
  await desk.button('放入报送包').click();
  await (await waiting).setFiles(paths);
}

const resultsOf = ({ page }: DeskDriver) => page.getByRole('table', { name: '核对结果' }).locator('tbody tr');

/** What the card says that the desk gives out. */
async function cardOf(desk: DeskDriver) {
  await desk.tab('本部门');
  const read = readSignedFile(authorityCardKind, await readFile(await saved(desk, '导出公钥卡')), isSignedBy);
  if (!read.ok) throw new Error(read.why);
  return read.content;
}

describe('an authority takes what bases send (第28条)', () => {
  test('it names itself and gives out its card', async () => {
    const { desk } = await openDesk(null, { args: ['--authority'] });
    await desk.page.getByRole('heading', { level: 1, name: '继续教育统计汇总' }).waitFor();
    await desk.page.getByLabel('本部门的名称').fill('自治区人社厅');
    await desk.page.keyboard.press('Enter');
    await desk.told('已保存');
    expect((await cardOf(desk)).name).toBe('自治区人社厅');
    await desk.picture('own');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('packages are compared first: what can’t be taken is said, and nothing is', async () => {
    const { desk } = await openDesk('authority-named');
    const folder = await mkdtemp(join(tmpdir(), 'authority-'));
    const card = await cardOf(desk);
    await desk.tab('收取');
    const [first, ...others] = await fiveBases();
    const paths: string[] = [];
    for (const { name, zip } of others) {
      paths.push(join(folder, name));
      await writeFile(join(folder, name), zip);
    }
    const sealed = join(folder, `${first!.name}.sealed`);
    await writeFile(sealed, sealPackage(first!.zip, card.sealingKey));
    const altered = Buffer.from(others[0]!.zip);
    altered[500] = (altered[500] ?? 0) ^ 1;
    await writeFile(join(folder, '改动过.zip'), altered);
    await put(desk, sealed, ...paths, join(folder, '改动过.zip'));
    await desk.page.getByText('5 个基地的公钥还没有登记').waitFor();
    await expect.poll(() => resultsOf(desk).count()).toBe(6);
    await desk.picture('checked');
    expect(await accessibilityViolations(desk)).toEqual([]);
    expect(await desk.button('全部收下').isDisabled()).toBe(true);
    await desk.button('都核对过了，全部登记').click();
    await expect.poll(() => resultsOf(desk).count()).toBe(1);
    expect(await resultsOf(desk).first().textContent()).toContain('改动过.zip');
    expect(await desk.button('全部收下').isDisabled()).toBe(true);
  });

  test('without the broken one all are taken, each with its acknowledgement', async () => {
    const { desk, dataFolder } = await openDesk('packages-waiting');
    const card = await cardOf(desk);
    await desk.tab('收取');
    const inbox = join(dataFolder, 'authority-desk/authority/inbox');
    await writeFile(join(inbox, '改动过.zip'), (await fiveBases())[1]!.zip);
    await desk.button('核对').click();
    await expect.poll(async () => (await resultsOf(desk).allTextContents()).join()).toMatch(/跳过|已经收过/);
    await desk.button('全部收下').click();
    await desk.told('收下 5 个报送包');
    await desk.page.getByText(/收下 5 个报送包$/).waitFor();
    const acknowledgements = join(inbox, '../acknowledgements');
    const [day] = await readdir(acknowledgements);
    const names = await readdir(join(acknowledgements, day!));
    expect(names).toHaveLength(5);
    const acknowledgement = readSignedFile(
      acknowledgementKind,
      await readFile(join(acknowledgements, day!, names[0]!)),
      isSignedBy,
    );
    expect(acknowledgement.ok && acknowledgement.content).toMatchObject({
      authority: '自治区人社厅',
      publicKey: card.publicKey,
    });
    expect(await readdir(inbox)).toEqual([]);
  });

  test('the region is tabulated, on screen and as a workbook', async () => {
    const { desk } = await openDesk('packages-taken');
    await desk.tab('汇总');
    const row = desk.page.getByRole('row', { name: /^培训人数/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(['培训人数', '150', '5']);
    await desk.picture('region');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.tab('多个基地都培训过的学员');
    await desk.page.getByRole('cell', { name: 'JD01、JD02' }).waitFor();
    const path = await saved(desk, '导出 Excel');
    const { sheets } = await parseSheets(path, new Uint8Array(await readFile(path)));
    expect(sheets.map(({ name }) => name)).toEqual([
      '全区合计',
      '按盟市',
      '按基地',
      '分项',
      '按时间',
      '多个基地都培训过的学员',
      '没有报送的基地',
    ]);
  });

  test('a taking is taken back, and its packages wait again', async () => {
    const { desk } = await openDesk('packages-taken');
    await desk.tab('收取');
    await desk.button('撤回').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await desk.page.getByText(/收件箱里有\s*6\s*个报送包/).waitFor();
    await desk.button('核对').click();
    await expect.poll(() => desk.button('全部收下').isEnabled()).toBe(true);
    await desk.tab('汇总');
    await desk.page.getByText('还没有收下报送包').waitFor();
  });
});
