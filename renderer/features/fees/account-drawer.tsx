import { Button, Drawer, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { balanceOf, reducedFen } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { Receipt } from '../../../shared/domain/money/receipt.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import {
  type Account,
  type NamedCharge,
  readEmployerAccount,
  readLearnerAccount,
} from '../../records/fees/queries.ts';
import { ChargeActs } from './charge-acts.tsx';
import { PaymentForm } from './payment-form.tsx';
import { ReceiptState } from './receipt-drawer.tsx';

function ChargeRows({ charges, hasNames }: { charges: readonly NamedCharge[]; hasNames: boolean }) {
  return (
    <Table aria-label="应收明细" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {hasNames && <Table.Th>学员</Table.Th>}
          <Table.Th>培训班、项目</Table.Th>
          <Table.Th ta="right">应收</Table.Th>
          <Table.Th ta="right">减免、冲减</Table.Th>
          <Table.Th ta="right">欠</Table.Th>
          <Table.Th w={110}>
            <VisuallyHidden>操作</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {charges.map(({ charge, learnerName, classTitle }) => (
          <Table.Tr key={charge.id}>
            {hasNames && <Table.Td>{learnerName}</Table.Td>}
            <Table.Td>
              {classTitle}　{charge.item.title}
              {charge.reductions.map(({ kind, fen, reason, at }) => (
                <Text key={at + kind} size="xs" c="dimmed">
                  {kind === 'waiver' ? '减免' : '退费冲减'} {formatFen(fen)}：{reason}
                </Text>
              ))}
            </Table.Td>
            <Table.Td ta="right">{formatFen(charge.amountFen)}</Table.Td>
            <Table.Td ta="right">{formatFen(reducedFen(charge))}</Table.Td>
            <Table.Td ta="right">{formatFen(charge.owedFen)}</Table.Td>
            <Table.Td>
              <ChargeActs charge={charge} learnerName={learnerName} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ReceiptRows({ receipts, onOpen }: { receipts: readonly Receipt[]; onOpen(receipt: Receipt): void }) {
  if (receipts.length === 0) return null;
  return (
    <>
      <Title order={2} size="h5">
        收据
      </Title>
      <Table aria-label="收据" verticalSpacing={4}>
        <Table.Tbody>
          {receipts.map((receipt) => (
            <Table.Tr key={receipt.id}>
              <Table.Td>
                <Button variant="subtle" color="indigo.9" size="compact-sm" onClick={() => onOpen(receipt)}>
                  {receipt.number}
                </Button>
              </Table.Td>
              <Table.Td>{receipt.date}</Table.Td>
              <Table.Td>
                <ReceiptState receipt={receipt} />
              </Table.Td>
              <Table.Td ta="right">{formatFen(receipt.totalFen)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

interface AccountProps {
  account: Account;
  partyName: string;
  employerId: string | null;
  onPaid(receipt: Receipt): void;
  onOpenReceipt(receipt: Receipt): void;
}

function AccountDetails({ account, partyName, employerId, onPaid, onOpenReceipt }: AccountProps) {
  const { charges, receipts } = account;
  const open = charges.filter(({ charge }) => charge.owedFen > 0);
  const owesItself = open.some(({ charge }) => charge.payer === 'employer');
  const { chargedFen, paidFen, waivedFen, refundedFen, owedFen } = balanceOf(
    charges.map(({ charge }) => charge),
  );
  return (
    <Stack>
      <Text>
        应收 {formatFen(chargedFen)}　实收 {formatFen(paidFen)}　减免 {formatFen(waivedFen)}　退费冲减{' '}
        {formatFen(refundedFen)}　<b>欠 {formatFen(owedFen)}</b>
      </Text>
      {open.length > 0 ? (
        <PaymentForm
          key={open.map(({ charge }) => `${charge.id}:${charge.owedFen}`).join()}
          open={open}
          isTaken={({ charge }) => employerId === null || !owesItself || charge.payer === 'employer'}
          partyName={partyName}
          employerId={employerId}
          onPaid={onPaid}
        />
      ) : (
        <Group>
          <StateBadge tone="good">没有欠费</StateBadge>
        </Group>
      )}
      <Title order={2} size="h5">
        应收
      </Title>
      <ChargeRows charges={charges} hasNames={employerId !== null} />
      <ReceiptRows receipts={receipts} onOpen={onOpenReceipt} />
    </Stack>
  );
}

/** Whose account is open. */
export type AccountHolder = { kind: 'learner' | 'employer'; id: string; name: string };

type PartProps = Omit<AccountProps, 'account' | 'partyName' | 'employerId'> & { holder: AccountHolder };

function LearnerAccount({ holder, ...rest }: PartProps) {
  const account = useQuery(readLearnerAccount, holder.id);
  return account && <AccountDetails {...rest} account={account} partyName={holder.name} employerId={null} />;
}

function EmployerAccount({ holder, ...rest }: PartProps) {
  const account = useQuery(readEmployerAccount, holder.id);
  return (
    account && <AccountDetails {...rest} account={account} partyName={holder.name} employerId={holder.id} />
  );
}

/** What a learner, or an employer for its people, was charged, paid and owes; money is taken here. */
export function AccountDrawer({
  holder,
  onClose,
  ...rest
}: {
  holder: AccountHolder | null;
  onPaid(receipt: Receipt): void;
  onOpenReceipt(receipt: Receipt): void;
  onClose(): void;
}) {
  return (
    <Drawer
      opened={holder !== null}
      onClose={onClose}
      position="right"
      size={760}
      title={<Text fw={600}>{holder?.name} 的账</Text>}
    >
      {holder?.kind === 'learner' && <LearnerAccount key={holder.id} holder={holder} {...rest} />}
      {holder?.kind === 'employer' && <EmployerAccount key={holder.id} holder={holder} {...rest} />}
    </Drawer>
  );
}
