import type { Base } from '../../../shared/domain/base/base.ts';
import {
  type CertificateNumbering,
  certificateSeries,
  numberOrRefuse,
} from '../../../shared/domain/base/number-pattern.ts';
import { blocksOf } from '../../../shared/domain/certificates/number-block.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { CommandContext } from '../../database/command.ts';

/**
 * Numbers for new certificates, in their order. Where desks have blocks, those of this desk's, past what is
 * given out already; else the next of the series.
 * @throws Refusal deskUnchosen, numberBlockSpent, numberTaken, serialExhausted
 */
export async function takeNumbers(
  { database, write }: CommandContext,
  { settings }: Base,
  numbering: CertificateNumbering,
  desk: string | null,
  count: number,
): Promise<string[]> {
  const series = `certificate:${certificateSeries(numbering)}`;
  const isTaken = async (number: string) =>
    Boolean(await database.rows.certificates.where('number').equals(number).first());
  if (settings.numberBlocks.length === 0) {
    const first = await write.take(series, count);
    const numbers = Array.from({ length: count }, (_, at) => numberOrRefuse(numbering, first + at));
    for (const number of numbers) if (await isTaken(number)) throw refusal('numberTaken', { number });
    return numbers;
  }
  const blocks = blocksOf(settings.numberBlocks, desk ?? '');
  if (desk === null || blocks.length === 0) throw refusal('deskUnchosen');
  const numbers: string[] = [];
  for (const { from, to } of blocks) {
    const id = `${series}:${from}`;
    let given = (await database.rows.counters.get(id))?.value ?? 0;
    while (numbers.length < count && from + given <= to) {
      const number = numberOrRefuse(numbering, from + given);
      given += 1;
      if (!(await isTaken(number))) numbers.push(number);
    }
    await write.put('counters', { id, value: given });
    if (numbers.length === count) return numbers;
  }
  throw refusal('numberBlockSpent', { desk });
}
