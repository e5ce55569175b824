import { Button, Drawer, SegmentedControl, Text } from '@mantine/core';
import { IconBuildingWarehouse, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  describeFacility,
  type Facility,
  type FacilityKind,
  facilityKinds,
  servesOn,
} from '../../../shared/domain/base/facility.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { allFacilities } from '../../records/facilities/queries.ts';
import { FacilityForm } from './facility-form.tsx';

const hints: Record<FacilityKind, string> = {
  organisation: '设立批准、法人证书、机构设置文件等。',
  rule: '教学管理、学员管理、财务、档案、评估等制度。',
  staff: '负责人、教务、财务、档案等管理人员。',
  premises: '教学楼、办公场所，写明地址、面积和权属。',
  room: '写明容纳人数，排课时会提醒坐不下。',
  equipment: '投影、计算机、实训设备等。',
  textbook: '书名、版次、ISBN，推荐教材注明推荐单位（第25条）；课程可直接选用。',
};

function columnsFor(today: string): RecordColumn<Facility>[] {
  return [
    { key: 'name', header: '名称', width: 260, render: ({ name }) => name },
    { key: 'details', header: '内容', render: describeFacility },
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
      render: (facility) => (servesOn(facility, today) ? '在用' : `${facility.endedOn} 停用`),
    },
  ];
}

/** What the base has of the facilities of 第21条, each with its proof. */
export function FacilitiesPage() {
  const today = useToday();
  const facilities = useQuery(allFacilities);
  const [kind, setKind] = useState<FacilityKind>('premises');
  const [open, setOpen] = useState<Facility | 'new' | null>(null);
  if (!facilities) return null;
  const shown = facilities.filter((one) => one.kind === kind);
  const serving = facilities.filter((one) => servesOn(one, today));
  const unproven = serving.filter(({ proof }) => proof === null).length;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      登记{facilityKinds[kind]}
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
        onChange={(value) => setKind(value as FacilityKind)}
        data={(Object.entries(facilityKinds) as [FacilityKind, string][]).map(([value, label]) => ({
          value,
          label: `${label} ${facilities.filter((one) => one.kind === value).length}`,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState
          icon={IconBuildingWarehouse}
          title={`还没有登记${facilityKinds[kind]}`}
          hint={hints[kind]}
        >
          {add}
        </EmptyState>
      ) : (
        <RecordTable
          label={facilityKinds[kind]}
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
        title={<Text fw={600}>{open === 'new' ? `登记${facilityKinds[kind]}` : open?.name}</Text>}
      >
        {open !== null && (
          <FacilityForm kind={kind} facility={open === 'new' ? null : open} onDone={() => setOpen(null)} />
        )}
      </Drawer>
    </Page>
  );
}
