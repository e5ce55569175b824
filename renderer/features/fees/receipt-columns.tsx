import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatDifference } from '../../../shared/domain/money/money.ts';
import { paymentMethods, type Receipt, signedFen } from '../../../shared/domain/money/receipt.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { ReceiptState } from './receipt-drawer.tsx';

export const receiptColumns: RecordColumn<Receipt>[] = [
  { key: 'number', header: '收据编号', width: 190, render: ({ number }) => number },
  { key: 'date', header: '日期', width: 110, render: ({ date }) => date },
  { key: 'party', header: '交款人', render: ({ partyName }) => partyName },
  {
    key: 'people',
    header: '学员',
    width: 200,
    render: ({ lines }) => [...new Set(lines.map(({ learnerName }) => learnerName))].join('、'),
  },
  { key: 'method', header: '方式', width: 70, render: ({ method }) => paymentMethods[method] },
  { key: 'source', header: '来源', width: 90, render: ({ source }) => fundSources[source] },
  {
    key: 'total',
    header: '金额（元）',
    width: 120,
    align: 'right',
    render: (receipt) => formatDifference(signedFen(receipt)),
  },
  { key: 'state', header: '状态', width: 96, render: (receipt) => <ReceiptState receipt={receipt} /> },
];
