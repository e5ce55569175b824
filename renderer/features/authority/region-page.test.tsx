import { expect, test } from 'vitest';
import type { AuthorityState } from '../../../shared/contract/authority.ts';
import { yearPeriod } from '../../../shared/domain/base/period.ts';
import { type RegionTables, regionTableNames } from '../../../shared/domain/base/region-tables.ts';
import { handledHost } from '../../../tests/support/handled-host.ts';
import { screen } from '../../../tests/support/screen.tsx';
import { AuthorityApp } from './authority-app.tsx';
import { RegionPage } from './region-page.tsx';

const state: AuthorityState = {
  inbox: '/inbox',
  acknowledgements: '/acknowledgements',
  waiting: [],
  fingerprint: '1234 5678',
  name: '自治区人社厅',
  bases: ['JD01', 'JD02'],
  runs: [],
  periods: [{ period: yearPeriod(2026), bases: 2 }],
  problems: [],
};

const tables: RegionTables = {
  total: [{ measure: 'people', value: 1500, bases: 2 }],
  'by-region': [],
  'by-base': [],
  breakdowns: [],
  'by-time': [],
  'shared-learners': [],
};

const tabulated = (missing: string[]) =>
  handledHost({ authority: { tables: async () => ({ tables, missing }) } });

test('before anything is taken the page says what to do', async () => {
  const { says } = screen(handledHost({}), <RegionPage state={{ ...state, periods: [] }} />);
  await says('还没有收下报送包');
});

test('the region’s sums stand in words and with marks of thousands, every table a tab', async () => {
  const { says, rows, text } = screen(tabulated([]), <RegionPage state={state} />);
  await says('培训人数');
  expect(rows()).toEqual([['培训人数', '1,500', '2']]);
  for (const name of Object.values(regionTableNames)) expect(text()).toContain(name);
  expect(text()).not.toContain('没有报送');
});

test('who has not reported is named', async () => {
  const { says } = screen(tabulated(['JD03', 'JD05']), <RegionPage state={state} />);
  await says('2 个登记过的基地没有报送：JD03、JD05');
});

test('an authority without a name begins with its own, one with a name with what waits', async () => {
  const describe = (about: Partial<AuthorityState>) =>
    handledHost({ authority: { describe: async () => ({ ...state, ...about }) } });
  const fresh = screen(describe({ name: '' }), <AuthorityApp />);
  await fresh.says('本部门公钥的指纹：1234 5678');
  expect(fresh.button('导出公钥卡')?.disabled).toBe(true);
  const known = screen(describe({ problems: ['taken.jsonl 的最后一行不完整'] }), <AuthorityApp />);
  await known.says('继续教育统计汇总　自治区人社厅');
  expect(known.text()).toContain('taken.jsonl 的最后一行不完整');
  expect(known.text()).not.toContain('本部门公钥的指纹');
});
