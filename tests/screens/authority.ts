import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fiveBases } from '../support/packed-base.ts';
import { choose, type Studio, scratchFolder } from './studio.ts';

/** An authority's desk, with the packages of five bases. */
export async function authority(studio: Studio): Promise<void> {
  const folder = await scratchFolder();
  const { desk } = await studio.open('--authority');
  await desk.page.getByLabel('本部门的名称').fill('自治区人社厅');
  await desk.page.keyboard.press('Enter');
  await desk.told('已保存');
  await desk.tab('收取');
  const paths: string[] = [];
  for (const { name, zip } of await fiveBases()) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), zip);
  }
  await choose(desk, '放入报送包', ...paths);
  await desk.button('都核对过了，全部登记').waitFor();
  await studio.take(desk.page, 'authority-taking');
  await desk.button('都核对过了，全部登记').click();
  await desk.button('全部收下').click();
  await desk.told('收下 5 个报送包');
  await desk.tab('汇总');
  await desk.tab('按盟市');
  await studio.take(desk.page, 'authority');
}
