import type { CivilDate } from '../base/civil-date.ts';
import type { FeeName } from './fee.ts';
import { type FundSource, fundSources } from './fund-source.ts';
import type { Fen } from './money.ts';

/** Who is asked to pay. */
export const payers = { learner: '个人', employer: '单位' } as const;
export type Payer = keyof typeof payers;

/** What lessens a charge: waived, or given up with the money that was refunded. */
export const reductionKinds = { waiver: '减免', refund: '退费冲减' } as const;
export type ReductionKind = keyof typeof reductionKinds;

interface Reduction {
  kind: ReductionKind;
  fen: Fen;
  reason: string;
  /** Where it came with a refund: that receipt. */
  receiptId: string | null;
  at: string;
  by: string;
}

/** What one learner owes for one fee item of one class. */
export interface Charge {
  id: string;
  classId: string;
  learnerId: string;
  /** The learner's employer when it was charged: whose balance it is in. */
  employerId: string | null;
  payer: Payer;
  item: FeeName;
  unitFen: Fen;
  /** Units charged: persons, hours or days. */
  quantity: number;
  amountFen: Fen;
  /** The published notice it was charged by (第22条). */
  noticeId: string;
  date: CivilDate;
  reductions: Reduction[];
  /** Received less refunded, by who bore it (第5条): always what the receipts add up to. */
  paid: Record<FundSource, Fen>;
  /** Amount less reductions less paid. */
  owedFen: Fen;
  at: string;
  by: string;
}

export const nothingPaid: Record<FundSource, Fen> = { government: 0, employer: 0, learner: 0, society: 0 };

export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** What was received for a charge and kept. */
export function paidFen({ paid }: Pick<Charge, 'paid'>): Fen {
  return sumFen(Object.values(paid));
}

/** What a charge was lessened by, of one kind or in all. */
export function reducedFen({ reductions }: Pick<Charge, 'reductions'>, kind?: ReductionKind): Fen {
  return sumFen(reductions.filter((one) => kind === undefined || one.kind === kind).map(({ fen }) => fen));
}

/** The charge with what is owed counted anew. */
export function settled(charge: Omit<Charge, 'owedFen'>): Charge {
  return { ...charge, owedFen: charge.amountFen - reducedFen(charge) - paidFen(charge) };
}

export interface Balance {
  chargedFen: Fen;
  waivedFen: Fen;
  refundedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  paid: Record<FundSource, Fen>;
}

/** What charges come to: charged = waived + given up with refunds + paid + owed. */
export function balanceOf(charges: Iterable<Charge>): Balance {
  const sum: Balance = {
    chargedFen: 0,
    waivedFen: 0,
    refundedFen: 0,
    paidFen: 0,
    owedFen: 0,
    paid: { ...nothingPaid },
  };
  for (const charge of charges) {
    sum.chargedFen += charge.amountFen;
    sum.waivedFen += reducedFen(charge, 'waiver');
    sum.refundedFen += reducedFen(charge, 'refund');
    sum.paidFen += paidFen(charge);
    sum.owedFen += charge.owedFen;
    for (const source of Object.keys(fundSources) as FundSource[]) sum.paid[source] += charge.paid[source];
  }
  return sum;
}
