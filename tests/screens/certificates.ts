import type { DeskDriver } from '../journeys/desk-driver.ts';
import { OutsideChecker } from '../journeys/outside-checker.ts';
import { producedPdfs } from '../journeys/produced-pdf.ts';
import { closePreview, openClassAt, type Studio, saved, scratchFolder } from './studio.ts';

const finished = /知识更新/;
const someone = { name: '乌云其木格', mongolian: 'ᠤᠶᠤᠨᠴᠢᠮᠡᠭ' };
const mongolianBase = 'ᠦᠷᠭᠦᠯᠵᠢᠯᠡᠭᠰᠡᠨ ᠰᠤᠷᠭᠠᠨ ᠬᠦᠮᠦᠵᠢᠯ ᠦᠨ ᠪᠠᠭᠤᠷᠢ';

/** The class's certificates: who gets one, how it looks, and a batch that stopped at number 7. */
export async function issue(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await openClassAt(desk, finished, '证书');
  const button = desk.button(/^为 \d+ 人发证$/);
  await button.waitFor();
  await studio.take(page, 'certificates-verdicts');
  await button.click();
  await desk.button('发证').click();
  await page.locator('iframe').waitFor();
  await studio.take(page, 'certificate-preview');
  await desk.button('打印').click();
  await page.getByLabel('打好到第几张').fill('7');
  await page.keyboard.press('Enter');
  await desk.button('从第 8 张接着打').waitFor();
  await studio.take(page, 'print-stopped');
}

/** A design in two scripts, and a certificate issued by it in place of an earlier one. */
export async function design(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('设置');
  await page.getByLabel('蒙古文名称').fill(mongolianBase);
  await desk.button('保存基地信息').click();
  await desk.told('基地信息已修改');
  await desk.go('学员');
  await page.getByRole('textbox', { name: /搜索/ }).fill(someone.name);
  await page.getByRole('region', { name: '学员列表' }).getByRole('row', { name: someone.name }).click();
  await page.getByLabel('蒙古文姓名').fill(someone.mongolian);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await desk.told('已登记');
  await desk.go('证书样式');
  await desk.button('新建样式').first().click();
  await page.getByRole('menuitem', { name: '蒙汉双语竖版' }).click();
  const canvas = page.getByRole('group', { name: '证书画布' });
  await canvas.getByRole('button', { name: /证书编号/ }).click();
  await page.getByAltText('印出来的样子').waitFor();
  await studio.take(page, 'designer');
  await desk.button('发布').click();
  await desk.told('第 1 版已发布');
  await desk.go('证书样式');
  await desk.button('用于新证书').click();
  await desk.told('以后发的证书用');
  await desk.go('证书');
  await page.getByRole('textbox', { name: '搜索证书' }).fill(someone.name);
  await page.getByText('1 张', { exact: true }).waitFor();
  await page.getByRole('region', { name: '证书登记簿' }).getByRole('row', { name: someone.name }).click();
  await desk.button('发更正的证书').click();
  const sure = page.getByRole('dialog', { name: /^更正证书/ });
  await sure.getByRole('button', { name: '发更正的证书' }).click();
  await page.locator('iframe').waitFor();
  await studio.take(page, 'certificate-bilingual');
  await closePreview(desk);
  await desk.closeDrawer();
}

/** Somebody outside drops a PDF on the page that checks. */
export async function verify(studio: Studio, desk: DeskDriver, dataFolder: string): Promise<void> {
  await desk.go('证书');
  await desk.button('证书验证').click();
  const page = await saved(desk, '生成验证页', await scratchFolder());
  await desk.closeDrawer();
  const outside = await OutsideChecker.start();
  try {
    await outside.open(page);
    await outside.verdictOf({ file: (await producedPdfs(dataFolder)).at(-1) ?? '' });
    await studio.take(outside.page, 'verifier');
  } finally {
    await outside.close();
  }
}
