import { Group, SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { choices } from '../../components/choices.ts';
import { Page } from '../../components/page.tsx';
import { CashierList } from './cashier-list.tsx';
import { DailySheet } from './daily-sheet.tsx';
import { EmployerBalances } from './employer-balances.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { useReceiptsDesk } from './use-receipts-desk.tsx';

const parts = { cashier: '收款', employers: '单位结算', receipts: '收据', daily: '日报表' } as const;
type Part = keyof typeof parts;

/** The front desk's money: who owes, employers' bulk payments, receipts, and the daily cash sheet. */
export function FeesPage() {
  const [parameters, setParameters] = useSearchParams();
  const desk = useReceiptsDesk(parameters.get('open'));
  const asked = parameters.get('part') ?? 'cashier';
  const part: Part = Object.hasOwn(parts, asked) ? (asked as Part) : 'cashier';
  return (
    <Page title="收费" subtitle="应收在培训班的“收费”页计，钱在这里收">
      <Group mb="sm">
        <SegmentedControl
          aria-label="收费的哪一部分"
          value={part}
          onChange={(value) => setParameters({ part: value })}
          data={choices(parts)}
        />
      </Group>
      {part === 'cashier' && <CashierList find={parameters.get('find') ?? ''} onOpen={desk.openAccount} />}
      {part === 'employers' && <EmployerBalances onOpen={desk.openAccount} />}
      {part === 'receipts' && <ReceiptList onOpen={desk.openReceipt} />}
      {part === 'daily' && <DailySheet onOpen={desk.openReceipt} onPrint={desk.show} />}
      {desk.drawers}
    </Page>
  );
}
