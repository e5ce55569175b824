import { type BlankStock, blankNumber } from '../domain/certificates/blank-stock.ts';
import { refusal } from '../refusals/index.ts';

/** How many blanks of a delivery there were, and what became of them: used, spoiled and left add up. */
export function blankCounts({ first, last, used, spoiled }: BlankStock) {
  const total = last - first + 1;
  const [usedCount, spoiledCount] = [Object.keys(used).length, Object.keys(spoiled).length];
  return { total, used: usedCount, spoiled: spoiledCount, left: total - usedCount - spoiledCount };
}

function isFree({ used, spoiled }: BlankStock, serial: number): boolean {
  return !Object.hasOwn(used, serial) && !Object.hasOwn(spoiled, serial);
}

/** The first blank from a serial on that is neither used nor spoiled; null where none is left. */
export function nextBlank(stock: BlankStock, from = stock.first): number | null {
  for (let serial = Math.max(from, stock.first); serial <= stock.last; serial += 1)
    if (isFree(stock, serial)) return serial;
  return null;
}

interface Act {
  at: string;
  by: string;
}

/** Sets a blank aside as spoiled. @throws Refusal blankUnknown, blankGone */
export function spoilBlank(stock: BlankStock, serial: number, reason: string, { at, by }: Act): BlankStock {
  const number = blankNumber(stock, serial);
  if (serial < stock.first || serial > stock.last) throw refusal('blankUnknown', { number });
  if (!isFree(stock, serial)) throw refusal('blankGone', { number });
  return { ...stock, spoiled: { ...stock.spoiled, [serial]: { reason, at, by } } };
}

export interface BlanksTaken {
  stock: BlankStock;
  /** Blank by blank, for each certificate in its order. */
  blanks: string[];
}

/**
 * Certificates printed on the blanks from a serial on, in their order, past those that are gone and those that
 * spoiled on the way.
 * @throws Refusal blankUnknown, blankGone, blanksSpent
 */
export function takeBlanks(
  stock: BlankStock,
  from: number,
  certificateNumbers: readonly string[],
  spoiled: readonly number[],
  act: Act,
): BlanksTaken {
  let after = spoiled.reduce((kept, serial) => spoilBlank(kept, serial, '打印时作废', act), stock);
  if (from < stock.first || from > stock.last)
    throw refusal('blankUnknown', { number: blankNumber(stock, from) });
  if (!isFree(stock, from)) throw refusal('blankGone', { number: blankNumber(stock, from) });
  const used = { ...after.used };
  const blanks: string[] = [];
  let serial = from;
  for (const number of certificateNumbers) {
    const free = nextBlank(after, serial);
    if (free === null)
      throw refusal('blanksSpent', { wanted: certificateNumbers.length, left: blanks.length });
    used[free] = { number, ...act };
    blanks.push(blankNumber(stock, free));
    serial = free + 1;
  }
  after = { ...after, used };
  return { stock: after, blanks };
}
