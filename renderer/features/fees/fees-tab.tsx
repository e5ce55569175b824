import { Button, Drawer, Group, Text } from '@mantine/core';
import { IconCash, IconListDetails, IconReportMoney } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { balanceOf, type Charge } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { disclosureFaults, noticeLineOf } from '../../../shared/regulation/disclosure.ts';
import { useMay } from '../../components/actor-context.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import { useQuery } from '../../components/use-query.ts';
import { Warning } from '../../components/warning.tsx';
import type { ClassMember } from '../../records/classes/queries.ts';
import { chargeLearners } from '../../records/fees/charge-commands.ts';
import { setFeeItems } from '../../records/fees/fee-commands.ts';
import { addFundEntry } from '../../records/fees/fund-commands.ts';
import { type ClassAccount, readClassAccount } from '../../records/fees/queries.ts';
import { ChargeForm } from './charge-form.tsx';
import { ClassFunds } from './class-funds.tsx';
import { FeeItemsForm } from './fee-items-form.tsx';
import { useReceiptsDesk } from './use-receipts-desk.tsx';

type Row = ClassAccount['members'][number];

function AccountState({ charges }: { charges: readonly Charge[] }) {
  if (charges.length === 0) return <StateBadge tone="neutral">未计费</StateBadge>;
  const { owedFen, paidFen } = balanceOf(charges);
  if (owedFen === 0) return <StateBadge tone="good">已结清</StateBadge>;
  return <StateBadge tone="warning">{paidFen > 0 ? '部分已付' : '未付'}</StateBadge>;
}

function columnsWith(employers: ReadonlyMap<string, string>): RecordColumn<Row>[] {
  const money = (of: (balance: ReturnType<typeof balanceOf>) => number) => (row: Row) =>
    formatFen(of(balanceOf(row.charges)));
  const employerOf = ({ learner }: ClassMember) => employers.get(learner.employerId ?? '') ?? '';
  return [
    { key: 'name', header: '姓名', width: 120, render: ({ member }) => member.learner.name },
    { key: 'lastFour', header: '尾号', width: 70, render: ({ member }) => member.learner.lastFour },
    { key: 'employer', header: '单位', render: ({ member }) => employerOf(member) },
    {
      key: 'charged',
      header: '应收',
      width: 110,
      align: 'right',
      render: money(({ chargedFen }) => chargedFen),
    },
    { key: 'paid', header: '实收', width: 110, align: 'right', render: money(({ paidFen }) => paidFen) },
    {
      key: 'reduced',
      header: '减免、冲减',
      width: 110,
      align: 'right',
      render: money(({ waivedFen, refundedFen }) => waivedFen + refundedFen),
    },
    { key: 'owed', header: '欠', width: 110, align: 'right', render: money(({ owedFen }) => owedFen) },
    { key: 'state', header: '状态', width: 100, render: ({ charges }) => <AccountState charges={charges} /> },
  ];
}

/** Whether what the class charges was made public, and what stands against charging. */
function Disclosure({ of, notice }: { of: TrainingClass; notice: ClassAccount['notice'] }) {
  const items = of.feeItems;
  if (of.organiserKind === 'authority') {
    return <StateBadge tone="neutral">行政部门直接举办，不收费（第26条）</StateBadge>;
  }
  const faults = disclosureFaults(items, notice && noticeLineOf(notice, of));
  if (faults.length > 0) {
    return (
      <Warning p="xs" title={`${faults.join('；')}，不能收取（第22条）`}>
        <Link href="/disclosure">去发布收费公示</Link>
      </Warning>
    );
  }
  if (!notice) return <StateBadge tone="neutral">没有要公示的收费</StateBadge>;
  return (
    <StateBadge tone="good">
      已公示：第 {notice.version} 版，{notice.publishedOn}，{notice.place}
    </StateBadge>
  );
}

type Opened = 'items' | 'charge' | 'funds' | null;
const titles = { items: '收费项目', charge: '计费', funds: '班级收支' } as const;

/** A class's fees: what it charges, who was charged, paid and owes, and its other money. */
export function FeesTab({ of }: { of: TrainingClass }) {
  const employers = useEmployerNames();
  const mayChange = useMay(setFeeItems) && !of.closed;
  const mayCharge = useMay(chargeLearners);
  const mayRegister = useMay(addFundEntry);
  const account = useQuery(readClassAccount, of.id, of.noticeId);
  const desk = useReceiptsDesk();
  const [opened, setOpened] = useState<Opened>(null);
  if (!account) return null;
  const { chargedFen, paidFen, waivedFen, refundedFen, owedFen } = balanceOf(account.charges);
  const items = of.feeItems;
  const close = () => setOpened(null);
  return (
    <>
      <Group mb="sm" justify="space-between" align="flex-start">
        <Disclosure of={of} notice={account.notice} />
        <Group gap="xs">
          {mayRegister && (
            <Button
              variant="default"
              leftSection={<IconReportMoney size={16} aria-hidden />}
              onClick={() => setOpened('funds')}
            >
              班级收支
            </Button>
          )}
          {mayChange && (
            <Button
              variant="default"
              leftSection={<IconListDetails size={16} aria-hidden />}
              onClick={() => setOpened('items')}
            >
              收费项目 {items.length}
            </Button>
          )}
          {mayCharge && items.length > 0 && (
            <Button leftSection={<IconCash size={16} aria-hidden />} onClick={() => setOpened('charge')}>
              计费
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" mb="sm">
        应收 {formatFen(chargedFen)}　实收 {formatFen(paidFen)}　减免 {formatFen(waivedFen)}　退费冲减{' '}
        {formatFen(refundedFen)}　欠 {formatFen(owedFen)}
        {of.isPublicBenefit && '　公益性活动（第27条）'}
      </Text>
      {account.members.length === 0 ? (
        <EmptyState icon={IconCash} title="还没有学员" hint="先把学员加入培训班，再计费、收款。" />
      ) : (
        <RecordTable
          label="学员收费"
          rows={account.members}
          columns={columnsWith(employers)}
          rowKey={({ member }) => member.learner.id}
          onOpen={({ member: { learner } }) =>
            desk.openAccount({ kind: 'learner', id: learner.id, name: learner.name })
          }
        />
      )}
      <Drawer
        opened={opened !== null}
        onClose={close}
        position="right"
        size={760}
        title={<Text fw={600}>{opened && titles[opened]}</Text>}
      >
        {opened === 'items' && <FeeItemsForm of={of} onDone={close} />}
        {opened === 'charge' && <ChargeForm of={of} account={account} onDone={close} />}
        {opened === 'funds' && <ClassFunds of={of} account={account} />}
      </Drawer>
      {desk.drawers}
    </>
  );
}
