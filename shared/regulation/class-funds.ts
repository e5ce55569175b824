import { type Charge, sumFen } from '../domain/money/charge.ts';
import type { FundEntry } from '../domain/money/fund-entry.ts';
import { type FundSource, fundSources } from '../domain/money/fund-source.ts';
import type { Fen } from '../domain/money/money.ts';

/** What came in and went out, in 分. */
interface Funds {
  /** Received from learners and employers, less refunds. */
  fees: Fen;
  grants: Fen;
  spending: Fen;
}

export interface ClassFunds {
  bySource: Record<FundSource, Funds>;
  total: Funds;
}

/** Income and spending of a class by who bears it (第5、28条): the sources add up to the whole. */
export function classFunds(charges: readonly Charge[], entries: readonly FundEntry[]): ClassFunds {
  const sources = Object.keys(fundSources) as FundSource[];
  const of = (source: FundSource, direction: FundEntry['direction']) =>
    sumFen(
      entries
        .filter((entry) => entry.source === source && entry.direction === direction)
        .map(({ amountFen }) => amountFen),
    );
  const rows = sources.map((source): [FundSource, Funds] => [
    source,
    {
      fees: sumFen(charges.map(({ paid }) => paid[source])),
      grants: of(source, 'grant'),
      spending: of(source, 'spending'),
    },
  ]);
  const all = rows.map(([, funds]) => funds);
  return {
    bySource: Object.fromEntries(rows) as Record<FundSource, Funds>,
    total: {
      fees: sumFen(all.map(({ fees }) => fees)),
      grants: sumFen(all.map(({ grants }) => grants)),
      spending: sumFen(all.map(({ spending }) => spending)),
    },
  };
}
