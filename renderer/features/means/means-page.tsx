import { Button, Drawer, SegmentedControl, Text } from '@mantine/core';
import { IconBuildingWarehouse, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  describeMeans,
  type Means,
  type MeansKind,
  meansKinds,
  servesOn,
} from '../../../shared/domain/base/means.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { allMeans } from '../../records/means/queries.ts';
import { MeansForm } from './means-form.tsx';

const hints: Record<MeansKind, string> = {
  organisation: '设立批准、法人证书、机构设置文件等。',
  rule: '教学管理、学员管理、财务、档案、评估等制度。',
  staff: '负责人、教务、财务、档案等管理人员。',
  premises: '教学楼、办公场所，写明地址、面积和权属。',
  room: '写明容纳人数，排课时会提醒坐不下。',
  facility: '投影、计算机、实训设备等。',
  textbook: '书名、版次、ISBN，推荐教材注明推荐单位（第25条）；课程可直接选用。',
};

function columnsFor(today: string): RecordColumn<Means>[] {
  return [
    { key: 'name', header: '名称', width: 260, render: ({ name }) => name },
    { key: 'details', header: '内容', render: describeMeans },
    {
      key: 'proof',
      header: '证明',
      width: 110,
      render: ({ proof }) => <StateBadge tone={proof ? 'good' : 'warning'}>{proof ? '有' : '缺'}</StateBadge>,
    },
    {
      key: 'state',
      header: '状态',
      width: 150,
      render: (means) => (servesOn(means, today) ? '在用' : `${means.endedOn} 停用`),
    },
  ];
}

/** What the base has of the means of 第21条, each with its proof. */
export function MeansPage() {
  const today = useToday();
  const means = useQuery(allMeans);
  const [kind, setKind] = useState<MeansKind>('premises');
  const [open, setOpen] = useState<Means | 'new' | null>(null);
  if (!means) return null;
  const shown = means.filter((one) => one.kind === kind);
  const serving = means.filter((one) => servesOn(one, today));
  const unproven = serving.filter(({ proof }) => proof === null).length;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      登记{meansKinds[kind]}
    </Button>
  );
  return (
    <Page
      title="办学条件"
      subtitle={`第21条要求的场所、设施、教材、人员和制度：在用 ${serving.length} 项${unproven > 0 ? `，${unproven} 项没有证明` : ''}`}
      action={shown.length > 0 && add}
    >
      <SegmentedControl
        mb="sm"
        aria-label="种类"
        value={kind}
        onChange={(value) => setKind(value as MeansKind)}
        data={(Object.entries(meansKinds) as [MeansKind, string][]).map(([value, label]) => ({
          value,
          label: `${label} ${means.filter((one) => one.kind === value).length}`,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState icon={IconBuildingWarehouse} title={`还没有登记${meansKinds[kind]}`} hint={hints[kind]}>
          {add}
        </EmptyState>
      ) : (
        <RecordTable
          label={meansKinds[kind]}
          rows={shown}
          columns={columnsFor(today)}
          rowKey={({ id }) => id}
          onOpen={(one) => setOpen(one)}
          openKey={open !== null && open !== 'new' ? open.id : null}
        />
      )}
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={560}
        title={<Text fw={600}>{open === 'new' ? `登记${meansKinds[kind]}` : open?.name}</Text>}
      >
        {open !== null && (
          <MeansForm kind={kind} means={open === 'new' ? null : open} onDone={() => setOpen(null)} />
        )}
      </Drawer>
    </Page>
  );
}
