import { Button, Group, Select, Table, Tabs, Text } from '@mantine/core';
import { IconChartBar, IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { AuthorityState } from '../../../shared/contract/authority.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import {
  type RegionTable,
  type RegionTables,
  regionTableNames,
} from '../../../shared/domain/base/region-tables.ts';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import { type RegionSheet, regionSheet } from '../../../shared/papers/base/region-sheet.ts';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';

/** Rows shown on the screen; the workbook has all. */
const mostRows = 300;

function cellText(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString('zh-CN') : value;
}

function RegionRows({ sheet: { headings, rows } }: { sheet: RegionSheet }) {
  const [first] = rows;
  if (!first) return <Text size="sm">没有。</Text>;
  const sideOf = (at: number) => (typeof first[at] === 'number' ? 'right' : 'left');
  return (
    <>
      <Table.ScrollContainer
        minWidth={headings.length * 90}
        maxHeight="calc(100dvh - 260px)"
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {headings.map((heading, at) => (
                <Table.Th key={heading} ta={sideOf(at)} style={{ whiteSpace: 'nowrap' }}>
                  {heading}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, mostRows).map((row) => (
              <Table.Tr key={JSON.stringify(row)}>
                {headings.map((heading, at) => (
                  <Table.Td key={heading} ta={sideOf(at)} style={{ whiteSpace: 'nowrap' }}>
                    {cellText(row[at] ?? '')}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length > mostRows && (
        <Text size="sm" c="dimmed">
          还有 {rows.length - mostRows} 行，都在导出的 Excel 里。
        </Text>
      )}
    </>
  );
}

/** The region's tables of one period, and who has not reported. */
export function RegionPage({ state }: { state: AuthorityState }) {
  const { host } = useHost();
  const [chosen, setChosen] = useState(0);
  const [table, setTable] = useState<RegionTable>('total');
  const [found, setFound] = useState<{ tables: RegionTables; missing: string[] } | null>(null);
  const period: Period | undefined = state.periods[chosen]?.period;
  useEffect(() => {
    if (period) void attempt(async () => setFound(await host.authority.tables({ period })));
  }, [host, period]);
  if (!period)
    return (
      <EmptyState icon={IconChartBar} title="还没有收下报送包" hint="先到“收取”里核对、收下，再来看汇总。" />
    );
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Select
          aria-label="统计期"
          allowDeselect={false}
          data={state.periods.map(({ period: one, bases }, at) => ({
            value: String(at),
            label: `${describePeriod(one)}（${bases} 个基地）`,
          }))}
          value={String(chosen)}
          onChange={(value) => setChosen(Number(value ?? 0))}
        />
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onClick={() => attempt(async () => download(await host.authority.writeTables({ period })))}
        >
          导出 Excel
        </Button>
      </Group>
      {found && found.missing.length > 0 && (
        <Warning mb="sm">
          {found.missing.length} 个登记过的基地没有报送：{found.missing.join('、')}
        </Warning>
      )}
      {found && (
        <Tabs value={table} onChange={(value) => value && setTable(value as RegionTable)} keepMounted={false}>
          <Tabs.List mb="xs">
            {Object.entries(regionTableNames).map(([value, label]) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={table}>
            <RegionRows sheet={regionSheet(table, found.tables[table])} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  );
}
