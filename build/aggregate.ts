import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AuthorityKeys } from '../electron/services/authority/authority-keys.ts';
import { regionReport, writeReport } from '../electron/services/authority/region-report.ts';
import { AuthorityStore } from '../electron/services/authority/store.ts';
import { takeFolder } from '../electron/services/authority/take-folder.ts';
import { replaceFile } from '../electron/services/disk/files.ts';
import { readingThread } from '../electron/services/reading/tasks.ts';
import { Thread } from '../electron/services/threads/thread.ts';
import { civilDateAt } from '../shared/domain/base/civil-date.ts';
import { describePeriod, monthPeriod, quarterPeriod, yearPeriod } from '../shared/domain/base/period.ts';
import type { Period } from '../shared/domain/base/statistics.ts';
import { keyFingerprint } from '../shared/exchange/submission/authority-card.ts';
import { buildIfStale } from './build.ts';

const usage = `用法：npm run aggregate -- 报送包文件夹 [选项]
  不加选项只核对，列出问题，什么也不写。
  --store 文件夹       收下的数据放在哪里；不写就是报送包文件夹里的 authority-store
  --register           把还没有公钥的基地登记进来（核对过公钥再用）
  --take               全部收下并出具回执；有一个不能收，就一个也不收
  --authority 名称     写在回执上的单位名称
  --period 2026        汇总哪一期：2026、2026-Q1、2026-03
  --back 收取编号      撤回一次收取
  --card 文件          写出本部门的公钥卡（名称用 --authority），发给各基地`;

const kinds = { refused: '不能收', 'passed over': '跳过', look: '请核对' } as const;

function readPeriodName(text: string): Period | null {
  const [, year, part = ''] = /^(\d{4})(?:-(Q[1-4]|0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (!year) return null;
  if (part === '') return yearPeriod(Number(year));
  return part.startsWith('Q')
    ? quarterPeriod(Number(year), Number(part.slice(1)))
    : monthPeriod(Number(year), Number(part));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string' },
    register: { type: 'boolean', default: false },
    take: { type: 'boolean', default: false },
    authority: { type: 'string', default: '人力资源和社会保障部门' },
    period: { type: 'string' },
    back: { type: 'string' },
    card: { type: 'string' },
  },
});
const [folder] = positionals;
const period = values.period === undefined ? null : readPeriodName(values.period);
const storeFolder = values.store ?? (folder && join(folder, 'authority-store'));
if (
  !storeFolder ||
  (values.period !== undefined && !period) ||
  (!folder && !period && !values.back && !values.card)
) {
  console.error(usage);
  process.exit(2);
}
const store = new AuthorityStore(storeFolder);
const today = civilDateAt(Date.now());

if (values.card) {
  const keys = await AuthorityKeys.of(store.folder);
  await replaceFile(values.card, keys.card(values.authority));
  console.log(`公钥卡：${values.card}，指纹 ${keyFingerprint(keys.publicKey)}`);
}
if (values.back) {
  console.log(`已撤回 ${await store.takeBack(values.back, today)} 个报送包`);
}
if (folder) {
  await buildIfStale();
  const thread = new Thread(
    join(import.meta.dirname, '../dist/electron/reading-worker.cjs'),
    readingThread,
    null,
  );
  const open = (name: string, bytes: Uint8Array) => thread.run('package', { name, bytes });
  const acknowledgements = join(storeFolder, 'acknowledgements', today);
  const { take, register, authority } = values;
  const choice = { take, register, today, authority };
  const { packages, registered, conflicts, run, taken } = await takeFolder(store, folder, open, choice);
  await thread.close();
  for (const code of registered) console.log(`登记公钥：${code}`);
  for (const { kind, file, base, period: of, reason } of conflicts)
    console.log([kinds[kind], file, base, of, reason].join('\t'));
  const refused = conflicts.filter(({ kind }) => kind === 'refused').length;
  console.log(`${packages} 个报送包，${refused} 处不能收，${conflicts.length - refused} 处提示`);
  if (run) console.log(`收下 ${taken} 个，收取编号 ${run}，回执在 ${acknowledgements}`);
  if (refused > 0) process.exitCode = 1;
}
if (period) {
  const path = join(storeFolder, `${describePeriod(period)}汇总.xlsx`);
  const report = await regionReport(store, period);
  await writeReport(report, path);
  const { bases, missing } = report;
  console.log(bases === 0 ? `${describePeriod(period)}还没有收到报送包` : `${bases} 个基地，汇总在 ${path}`);
  if (missing.length > 0) console.log(`没有报送：${missing.join('、')}`);
}
