import { z } from 'zod';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import type { PrintRun } from '../../../shared/domain/certificates/print-run.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { blankCounts, takeBlanks } from '../../../shared/regulation/blank-stock.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { refuseToReplace } from './certificate-commands.ts';

/** Begins a run, when its certificates go to the printer. @throws Refusal certificateToReplace */
export const beginPrintRun = defineCommand({
  name: 'beginPrintRun',
  label: '成批打印证书',
  event: 'printRunBegun',
  roles: whoServes,
  input: z.object({
    title: z.string().trim().min(1).max(120),
    certificateIds: z.array(z.uuid()).min(1),
    onBlank: z.boolean(),
  }),
  async perform({ title, certificateIds, onBlank }, { database, write, newId, at, actor }) {
    for (const id of certificateIds) refuseToReplace(await mustGet(database, 'certificates', id, '证书'));
    const run: PrintRun = { id: newId(), title, certificateIds, printed: 0, onBlank, at, by: actor.name };
    await write.put('printRuns', run);
    return run;
  },
});

const blanksUsed = z.object({
  stockId: z.uuid(),
  /** The blank of the first certificate that is confirmed now. */
  from: z.number().int().min(0),
  spoiled: z.array(z.number().int().min(0)).max(1000),
});

/** The blank of each certificate, taken from the register. */
async function blanksFor(
  certificates: readonly Certificate[],
  asked: z.infer<typeof blanksUsed> | null,
  onBlank: boolean,
  { database, write, at, actor }: CommandContext,
): Promise<(string | undefined)[]> {
  if (!onBlank) return [];
  if (!asked) {
    const stocks = await database.rows.blankStocks.toArray();
    if (certificates.length > 0 && stocks.some((stock) => blankCounts(stock).left > 0))
      throw refusal('blankMissing');
    return [];
  }
  const before = await mustGet(database, 'blankStocks', asked.stockId, '空白证书');
  const numbers = certificates.map(({ number }) => number);
  const { stock, blanks } = takeBlanks(before, asked.from, numbers, asked.spoiled, { at, by: actor.name });
  await write.put('blankStocks', stock);
  return blanks;
}

/**
 * Notes how many of a run came out, counted from its first certificate: those are printed, the rest is still to
 * be. A run that came out whole is over.
 * @throws Refusal printedCountWrong, blankMissing, and whatever the register of blanks refuses
 */
export const confirmPrintRun = defineCommand({
  name: 'confirmPrintRun',
  label: '确认打印张数',
  event: 'printRunConfirmed',
  roles: whoServes,
  input: z.object({
    id: z.uuid(),
    printed: z.number().int('张数应为整数').min(0),
    blanks: blanksUsed.nullable(),
  }),
  async perform({ id, printed, blanks: asked }, context) {
    const { database, write, at, actor } = context;
    const run = await mustGet(database, 'printRuns', id, '成批打印');
    const all = run.certificateIds.length;
    if (printed < run.printed || printed > all)
      throw refusal('printedCountWrong', { done: run.printed, all });
    const now = run.certificateIds.slice(run.printed, printed);
    const certificates = await Promise.all(
      now.map((each) => mustGet(database, 'certificates', each, '证书')),
    );
    const blanks = await blanksFor(certificates, asked, run.onBlank, context);
    await write.put(
      'certificates',
      ...certificates.map((certificate, index) => {
        const print = { at, by: actor.name, blank: blanks[index] ?? null };
        return { ...certificate, prints: [...certificate.prints, print] };
      }),
    );
    if (printed === all) await write.remove('printRuns', id);
    else await write.put('printRuns', { ...run, printed });
    return { printed, left: all - printed };
  },
});

/** Gives the rest of a run up; what came out stays noted. */
export const endPrintRun = defineCommand({
  name: 'endPrintRun',
  label: '不再打印其余证书',
  event: 'printRunEnded',
  roles: whoServes,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, { database, write }) {
    await mustGet(database, 'printRuns', id, '成批打印');
    await write.remove('printRuns', id);
  },
});

/**
 * Takes out of a run's rest what was voided or is to be corrected meanwhile.
 * @returns the run, or null where nothing of it is left to print
 */
export const resumePrintRun = defineCommand({
  name: 'resumePrintRun',
  label: '继续打印证书',
  event: 'printRunResumed',
  roles: whoServes,
  input: z.object({ id: z.uuid(), onBlank: z.boolean() }),
  async perform({ id, onBlank }, { database, write }): Promise<PrintRun | null> {
    const run = await mustGet(database, 'printRuns', id, '成批打印');
    const rest = await database.rows.certificates.bulkGet(run.certificateIds.slice(run.printed));
    const printable = rest.flatMap((each) => (each?.state === 'valid' && !each.toReplace ? [each.id] : []));
    if (printable.length === 0) {
      await write.remove('printRuns', id);
      return null;
    }
    const certificateIds = [...run.certificateIds.slice(0, run.printed), ...printable];
    const resumed = { ...run, certificateIds, onBlank };
    await write.put('printRuns', resumed);
    return resumed;
  },
});
