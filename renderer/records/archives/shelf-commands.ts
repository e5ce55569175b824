import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { civilDate, civilYear } from '../../../shared/domain/base/civil-date.ts';
import { boundVolume, type Filing, type Loan, loanDetails } from '../../../shared/domain/teaching/filing.ts';
import { archiveManifest } from '../../../shared/exchange/archive/manifest.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

/** Says in which box and where volumes stand. */
export const placeVolume = defineCommand({
  name: 'placeVolume',
  label: '上架',
  event: 'volumePlaced',
  roles: administratorOnly,
  input: z.object({
    ids: z.array(z.uuid()).min(1),
    box: z.string().trim().max(20),
    shelfPlace: z.string().trim().max(60),
  }),
  refuseUndo: async () => undefined,
  async perform({ ids, box, shelfPlace }, { database, write }) {
    const filings = await Promise.all(ids.map((id) => mustGet(database, 'filings', id, '案卷')));
    await write.put('filings', ...filings.map((filing) => ({ ...filing, box, shelfPlace })));
  },
});

/** Lends a volume. @throws Refusal volumeLent where somebody has it */
export const lendVolume = defineCommand({
  name: 'lendVolume',
  label: '借出案卷',
  event: 'volumeLent',
  roles: administratorOnly,
  input: loanDetails,
  async perform(details, { database, write, newId, actor, today }) {
    const filing = await mustGet(database, 'filings', details.filingId, '案卷');
    if (details.borrowedOn > today) throw refusal('dateInFuture', { what: '借出', date: details.borrowedOn });
    const loans = await database.rows.loans.where('filingId').equals(filing.id).toArray();
    const out = loans.find(({ returned }) => returned === null);
    if (out) throw refusal('volumeLent', { number: filing.number, borrower: out.borrower });
    const loan: Loan = { ...details, id: newId(), number: filing.number, by: actor.name, returned: null };
    await write.put('loans', loan);
  },
});

/** Takes a volume back. @throws Refusal volumeNotLent, returnBeforeLoan, dateInFuture */
export const returnVolume = defineCommand({
  name: 'returnVolume',
  label: '归还案卷',
  event: 'volumeReturned',
  roles: administratorOnly,
  input: z.object({ loanId: z.uuid(), on: civilDate, note: z.string().trim().max(200) }),
  async perform({ loanId, on, note }, { database, write, actor, today }) {
    const loan = await mustGet(database, 'loans', loanId, '借阅');
    if (loan.returned) throw refusal('volumeNotLent', { number: loan.number });
    if (on < loan.borrowedOn) throw refusal('returnBeforeLoan', { date: loan.borrowedOn });
    if (on > today) throw refusal('dateInFuture', { what: '归还', date: on });
    await write.put('loans', { ...loan, returned: { on, by: actor.name, note } });
  },
});

/** Puts volumes that were made elsewhere on the shelf, all or none. @throws Refusal volumeKnown */
export const receiveVolumes = defineCommand({
  name: 'receiveVolumes',
  label: '收入外来案卷',
  event: 'volumesReceived',
  roles: administratorOnly,
  input: z.object({ received: z.array(z.object({ manifest: archiveManifest, bound: boundVolume })).min(1) }),
  async perform({ received }, { database, write, newId, at, actor }) {
    const filings: Filing[] = [];
    for (const { manifest, bound } of received) {
      const { number, classNumber, classTitle, baseName, filedOn, gaps, reason, keptUntilYear } = manifest;
      const isKnown = filings.some((one) => one.number === number);
      if (isKnown || (await database.rows.filings.where('number').equals(number).first()))
        throw refusal('volumeKnown', { number });
      filings.push({
        ...bound,
        id: newId(),
        kind: 'received',
        number,
        classId: null,
        classNumber,
        classTitle,
        baseName,
        year: civilYear(filedOn),
        filedAt: at,
        filedBy: actor.name,
        gaps,
        reason,
        keptUntilYear,
        box: '',
        shelfPlace: '',
      });
    }
    await write.put('filings', ...filings);
    return filings.length;
  },
});
