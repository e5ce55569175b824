import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { Receipt } from '../../../shared/domain/money/receipt.ts';
import { receiptPaper } from '../../../shared/papers/money/receipt.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { readBase } from '../../records/base/queries.ts';
import { AccountDrawer, type AccountHolder } from './account-drawer.tsx';
import { ReceiptDrawer } from './receipt-drawer.tsx';

/**
 * Accounts and receipts beside whatever list they are opened from; a receipt is shown for print as soon as
 * it is there.
 * @param asked the receipt that is open at first
 */
export function useReceiptsDesk(asked: string | null = null) {
  const { database } = useRecords();
  const base = useQuery(readBase);
  const { show, ...printed } = usePrintedDocument();
  const [holder, setHolder] = useState<AccountHolder | null>(null);
  const [receiptId, setReceiptId] = useState(asked);
  const receipt = useLiveQuery(
    async () => (await database.rows.receipts.get(receiptId ?? '')) ?? null,
    [database, receiptId],
  );
  const print = (one: Receipt) =>
    attempt(() => {
      // One drawer at a time: what was printed is looked at alone.
      setReceiptId(null);
      setHolder(null);
      return show([receiptPaper(base?.profile.name ?? '', one)]);
    });
  const paid = (one: Receipt) => {
    sayDone(`已收 ${formatFen(one.totalFen)} 元，收据 ${one.number}`);
    void print(one);
  };
  const drawers = (
    <>
      <AccountDrawer
        holder={holder}
        onPaid={paid}
        onOpenReceipt={(one) => {
          setHolder(null);
          setReceiptId(one.id);
        }}
        onClose={() => setHolder(null)}
      />
      <ReceiptDrawer
        receipt={receiptId === null ? null : (receipt ?? null)}
        onPrint={print}
        onClose={() => setReceiptId(null)}
      />
      <JobProgress label="正在制作" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
  return {
    openAccount: setHolder,
    openReceipt: ({ id }: Receipt) => setReceiptId(id),
    show,
    drawers,
  };
}
