import type { CivilDate } from '../base/civil-date.ts';
import { oneOf } from '../base/one-of.ts';
import { sumFen } from './charge.ts';
import type { FundSource } from './fund-source.ts';
import type { Fen } from './money.ts';

export const paymentMethods = { cash: '现金', transfer: '转账', mobile: '扫码' } as const;
export type PaymentMethod = keyof typeof paymentMethods;
export const paymentMethod = oneOf(paymentMethods);

export const receiptKinds = { payment: '收款', refund: '退款' } as const;
type ReceiptKind = keyof typeof receiptKinds;

/** What part of a receipt belongs to which charge, with the words it was printed with. */
export interface ReceiptLine {
  chargeId: string;
  fen: Fen;
  learnerName: string;
  classTitle: string;
  itemTitle: string;
}

/** Money that changed hands: frozen but for its voiding; its number is used once. */
export interface Receipt {
  id: string;
  number: string;
  kind: ReceiptKind;
  date: CivilDate;
  method: PaymentMethod;
  source: FundSource;
  /** Who paid, or was paid back. */
  partyName: string;
  /** The employer that paid for its people. */
  employerId: string | null;
  lines: ReceiptLine[];
  /** Of its lines: what a charge's receipts are found by. */
  chargeIds: string[];
  totalFen: Fen;
  /** A bank's reference; of a refund the reason. */
  note: string;
  /** Of a refund: the payment that is given back. */
  refundOf: string | null;
  voided: { at: string; by: string; reason: string } | null;
  at: string;
  by: string;
}

/** What a receipt adds to what was received: a refund takes away, a void one nothing. */
export function signedFen({ kind, totalFen, voided }: Pick<Receipt, 'kind' | 'totalFen' | 'voided'>): number {
  if (voided) return 0;
  return kind === 'payment' ? totalFen : -totalFen;
}

export interface CashSum {
  received: Fen;
  refunded: Fen;
  /** Received less refunded; below 0 on a day of refunds. */
  net: number;
  count: number;
}

/** What receipts come to; void ones are counted and add nothing. */
export function sumReceipts(receipts: readonly Receipt[]): CashSum {
  const inForce = receipts.filter(({ voided }) => voided === null);
  const of = (kind: ReceiptKind) =>
    sumFen(inForce.filter((one) => one.kind === kind).map(({ totalFen }) => totalFen));
  const [received, refunded] = [of('payment'), of('refund')];
  return { received, refunded, net: received - refunded, count: receipts.length };
}
