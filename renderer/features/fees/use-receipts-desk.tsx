import { useState } from 'react';
import { formatFen } from '../../../shared/domain/money.ts';
import type { Receipt } from '../../../shared/domain/receipt.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useBase } from '../base/index.ts';
import { AccountDrawer, type AccountHolder } from './account-drawer.tsx';
import { receiptDocument } from './receipt-document.ts';
import { ReceiptDrawer } from './receipt-drawer.tsx';

/** Accounts and receipts beside whatever list they are opened from; a receipt is shown for print as soon as it is there. */
export function useReceiptsDesk() {
  const base = useBase();
  const { show, ...printed } = usePrintedDocument();
  const [holder, setHolder] = useState<AccountHolder | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const print = (one: Receipt) =>
    attempt(() => {
      // One drawer at a time: what was printed is looked at alone.
      setReceipt(null);
      setHolder(null);
      return show([receiptDocument(base?.profile.name ?? '', one)]);
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
          setReceipt(one);
        }}
        onClose={() => setHolder(null)}
      />
      <ReceiptDrawer receipt={receipt} onPrint={print} onClose={() => setReceipt(null)} />
      <JobProgress label="正在制作" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
  return { openAccount: setHolder, openReceipt: setReceipt, show, drawers };
}
