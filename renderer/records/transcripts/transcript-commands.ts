import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import type { Transcript } from '../../../shared/domain/certificates/transcript.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand, type Preparation } from '../../database/command.ts';
import { refuseUnprintable } from '../guards/refuse-unprintable.ts';
import { mustGet, mustGetBase } from '../lookups.ts';
import { takeNumbers } from '../numbering/take-numbers.ts';
import { sealSnapshot } from '../sealing/snapshots.ts';
import { linesOfYear, snapshotOf } from './statement.ts';

const issue = z.object({
  year: z.number().int().min(2017).max(2100),
  learnerIds: z.array(z.uuid()).min(1, '没有选择学员'),
});

/** @throws Refusal missingCharacters */
async function refuseUnprintableOf(
  { year, learnerIds }: z.output<typeof issue>,
  preparation: Preparation,
): Promise<void> {
  const { database } = preparation;
  const { profile } = await mustGetBase(database);
  const learners = await Promise.all(learnerIds.map((id) => mustGet(database, 'learners', id, '学员')));
  const papers = await Promise.all(
    learners.map(async ({ id, name, employerId }) => {
      const employer = await database.rows.employers.get(employerId ?? '');
      const lines = await linesOfYear(database, id, year);
      const stated = lines.flatMap(({ title, evidence }) => [title, evidence]);
      const text = [profile.name, profile.approvalNumber, name, employer?.name ?? '', ...stated].join('');
      return { name, text };
    }),
  );
  await refuseUnprintable(preparation, papers);
}

/**
 * Issues transcripts of one civil year (第11、22条), all or none: each gets the next number and states
 * the ledger as of now, frozen. A year without hours gets none.
 * @throws Refusal notEligible, serialExhausted, missingCharacters
 */
export const issueTranscripts = defineCommand({
  name: 'issueTranscripts',
  label: '开具学时证明',
  event: 'transcriptsIssued',
  roles: whoServes,
  input: issue,
  prepare: refuseUnprintableOf,
  async perform({ year, learnerIds }, context) {
    const { database, write, today, at, actor, newId } = context;
    const base = await mustGetBase(database);
    const wanted = [...new Set(learnerIds)];
    const asked = { paper: 'transcript', count: wanted.length, issuedOn: today } as const;
    const numbers = await takeNumbers(context, asked);
    const issued: Transcript[] = [];
    for (const [index, learnerId] of wanted.entries()) {
      const learner = await mustGet(database, 'learners', learnerId, '学员');
      const employerName = (await database.rows.employers.get(learner.employerId ?? ''))?.name ?? '';
      const number = numbers[index] ?? '';
      const snapshot = await snapshotOf(database, { base, learner, employerName, year, number, today });
      if (snapshot.lines.length === 0) {
        throw refusal('notEligible', { name: learner.name, reasons: `${year} 年没有登记学时` });
      }
      const id = newId();
      issued.push({
        id,
        number,
        learnerId,
        year,
        issuedAt: at,
        issuedBy: actor.name,
        snapshot: sealSnapshot(database.vault, 'transcripts', id, snapshot),
        voided: null,
      });
    }
    await write.put('transcripts', ...issued);
    return issued;
  },
});

/** Takes a transcript back; its number stays used. */
export const voidTranscript = defineCommand({
  name: 'voidTranscript',
  label: '作废学时证明',
  event: 'transcriptVoided',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(1, '请填写作废原因').max(200) }),
  async perform({ id, reason }, { database, write, at, actor }) {
    const transcript = await mustGet(database, 'transcripts', id, '学时证明');
    if (transcript.voided) throw refusal('certificateNotInForce', { number: transcript.number });
    await write.put('transcripts', { ...transcript, voided: { at, by: actor.name, reason } });
  },
});
