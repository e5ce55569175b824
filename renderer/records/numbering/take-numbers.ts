import { type CivilDate, civilYear } from '../../../shared/domain/base/civil-date.ts';
import { type Numbering, paperNumber, seriesOf } from '../../../shared/domain/base/paper-number.ts';
import { blocksOf, type NumberBlock } from '../../../shared/domain/certificates/number-block.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { CommandContext } from '../../database/command.ts';
import { mustGetBase } from '../lookups.ts';
import { type NumberedPaper, numberedPapers } from './numbered-papers.ts';

/** Papers of which all desks count on in one series. */
type PaperOfOneSeries = Exclude<NumberedPaper, 'certificate'>;

export type WantedNumbers =
  /** Of certificates, desks may have blocks: `desk` is whose block they come from. */
  | { paper: 'certificate'; count: number; issuedOn: CivilDate; desk: string | null }
  | { paper: PaperOfOneSeries; count: number; issuedOn: CivilDate };

interface Series {
  id: string;
  numbering: Numbering;
  blocks: readonly NumberBlock[];
}

/** How a paper that is issued on a day is numbered, and what its serials are counted under. */
async function seriesFor(
  database: BaseDatabase,
  { paper, issuedOn }: Pick<WantedNumbers, 'paper' | 'issuedOn'>,
): Promise<Series> {
  const { profile, settings } = await mustGetBase(database);
  const pattern = settings[numberedPapers[paper].pattern];
  const numbering = { pattern, baseCode: profile.code, year: civilYear(issuedOn) };
  const blocks = paper === 'certificate' ? settings.numberBlocks : [];
  return { id: `${paper}:${seriesOf(numbering)}`, numbering, blocks };
}

async function isTaken(database: BaseDatabase, paper: NumberedPaper, number: string): Promise<boolean> {
  return (await database.rows[numberedPapers[paper].table].where('number').equals(number).count()) > 0;
}

/** The serials of the desk's blocks, past what was given out already, whether by this desk or before blocks. */
async function takeOfBlocks(
  { database, write }: CommandContext,
  { id: series, numbering, blocks }: Series,
  desk: string | null,
  count: number,
): Promise<string[]> {
  const own = blocksOf(blocks, desk ?? '');
  if (desk === null || own.length === 0) throw refusal('deskUnchosen');
  const numbers: string[] = [];
  for (const { from, to } of own) {
    const id = `${series}:${from}`;
    let given = (await database.rows.counters.get(id))?.value ?? 0;
    while (numbers.length < count && from + given <= to) {
      const number = paperNumber(numbering, from + given);
      given += 1;
      if (!(await isTaken(database, 'certificate', number))) numbers.push(number);
    }
    await write.put('counters', { id, value: given });
    if (numbers.length === count) return numbers;
  }
  throw refusal('numberBlockSpent', { desk });
}

/**
 * Numbers for new papers, in their order: the next of their series, or of the desk's block where desks have
 * blocks. To be called inside a command's transaction, which gives them back where the command is refused.
 * @throws Refusal serialExhausted, numberTaken, deskUnchosen, numberBlockSpent
 */
export async function takeNumbers(context: CommandContext, wanted: WantedNumbers): Promise<string[]> {
  const { database, write } = context;
  const { paper, count } = wanted;
  const series = await seriesFor(database, wanted);
  if (wanted.paper === 'certificate' && series.blocks.length > 0) {
    return takeOfBlocks(context, series, wanted.desk, count);
  }
  const first = await write.take(series.id, count);
  const numbers = Array.from({ length: count }, (_, at) => paperNumber(series.numbering, first + at));
  for (const number of numbers) {
    if (await isTaken(database, paper, number)) {
      throw refusal('numberTaken', { what: numberedPapers[paper].label, number });
    }
  }
  return numbers;
}

/** One number, as `takeNumbers` gives several. @throws Refusal as it does */
export async function takeNumber(
  context: CommandContext,
  paper: PaperOfOneSeries,
  issuedOn: CivilDate,
): Promise<string> {
  const [number = ''] = await takeNumbers(context, { paper, count: 1, issuedOn });
  return number;
}

/** The number the next paper will have, where it is printed before it is taken. @throws Refusal serialExhausted */
export async function nextNumber(
  database: BaseDatabase,
  paper: PaperOfOneSeries,
  issuedOn: CivilDate,
): Promise<string> {
  const { id, numbering } = await seriesFor(database, { paper, issuedOn });
  return paperNumber(numbering, ((await database.rows.counters.get(id))?.value ?? 0) + 1);
}
