import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Charge } from '../domain/money/charge.ts';
import type { FundEntry } from '../domain/money/fund-entry.ts';
import type { FundSource } from '../domain/money/fund-source.ts';
import { classFunds } from './class-funds.ts';

const source = fc.constantFrom<FundSource>('government', 'employer', 'learner', 'society');
const fen = fc.nat({ max: 10_000_000_00 });
const charges = fc.array(
  fc
    .record({ government: fen, employer: fen, learner: fen, society: fen })
    .map((paid) => ({ paid }) as Charge),
);
const entries = fc.array(
  fc.record({
    direction: fc.constantFrom('grant' as const, 'spending' as const),
    source,
    amountFen: fen,
  }) as fc.Arbitrary<FundEntry>,
);

test('the sources add up to the whole (第5条), and the whole to its lines', () => {
  fc.assert(
    fc.property(charges, entries, (charged, registered) => {
      const { bySource, total } = classFunds(charged, registered);
      for (const part of ['fees', 'grants', 'spending'] as const) {
        expect(Object.values(bySource).reduce((sum, funds) => sum + funds[part], 0)).toBe(total[part]);
      }
      let lines = 0;
      for (const { paid } of charged) lines += paid.government + paid.employer + paid.learner + paid.society;
      expect(total.fees).toBe(lines);
      let net = 0;
      for (const { direction, amountFen } of registered)
        net += direction === 'grant' ? amountFen : -amountFen;
      expect(total.grants - total.spending).toBe(net);
    }),
  );
});
