import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import type { Change } from '../../../shared/exchange/journal/change.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { describeReason } from '../../../shared/regulation/certificate-verdict.ts';
import { type CommandContext, defineCommand, type Preparation } from '../../database/command.ts';
import { designInUse } from '../designs/designs-in-use.ts';
import { refuseUnprintable } from '../guards/refuse-unprintable.ts';
import { certificatesInForce, mustGet, mustGetBase } from '../lookups.ts';
import { takeNumbers } from '../numbering/take-numbers.ts';
import { openSnapshot, sealSnapshot } from '../sealing/snapshots.ts';
import { printedTexts } from './printed-texts.ts';
import { snapshotOf, statesTheSame } from './snapshot.ts';
import { classVerdicts } from './verdicts.ts';

/** @throws Refusal missingCharacters */
async function refuseUnprintableOf(
  classId: string,
  learnerIds: readonly string[],
  preparation: Preparation,
): Promise<void> {
  const { database } = preparation;
  const of = await mustGet(database, 'classes', classId, '培训班');
  const texts = await printedTexts(database, of, learnerIds);
  const learners = await database.rows.learners.bulkGet(learnerIds);
  await refuseUnprintable(
    preparation,
    texts.map((text, index) => ({ name: learners[index]?.name ?? '', text })),
  );
}

/** Which desk gives the numbers out, where they have blocks. */
const deskName = z.string().nullable().optional();

interface Wanted {
  learnerId: string;
  /** The certificate this one corrects. */
  replaces: Certificate | null;
}

/** The certificates of one class, each with the next number of the series and a frozen snapshot. */
async function issue(
  classId: string,
  wanted: readonly Wanted[],
  desk: string | null,
  context: CommandContext,
): Promise<Certificate[]> {
  const { database, write, today, at, actor, newId } = context;
  const base = await mustGetBase(database);
  const of = await mustGet(database, 'classes', classId, '培训班');
  const outcomes = await classVerdicts(database, of, today);
  const designVersionId = await designInUse(database, base);
  const asked = { paper: 'certificate', count: wanted.length, issuedOn: today, desk } as const;
  const numbers = await takeNumbers(context, asked);
  const issued: Certificate[] = [];
  for (const [index, { learnerId, replaces }] of wanted.entries()) {
    const learner = await mustGet(database, 'learners', learnerId, '学员');
    const outcome = outcomes.get(learnerId);
    if (!outcome) throw refusal('notEnrolled', { name: learner.name });
    // The one that is corrected does not stand in its own way.
    const against = outcome.verdict.reasons.filter(({ code }) => !replaces || code !== 'alreadyIssued');
    if (against.length > 0) {
      throw refusal('notEligible', { name: learner.name, reasons: against.map(describeReason).join('；') });
    }
    const number = numbers[index] ?? '';
    const employerName = (await database.rows.employers.get(learner.employerId ?? ''))?.name ?? '';
    const id = newId();
    const about = {
      base,
      of,
      learner,
      employerName,
      outcome,
      number,
      today,
      replaces: replaces?.number ?? null,
      designVersionId,
    };
    const snapshot = snapshotOf(database.vault, about);
    if (replaces && statesTheSame(openSnapshot(database.vault, 'certificates', replaces), snapshot)) {
      throw refusal('nothingToReplace', { number: replaces.number });
    }
    issued.push({
      id,
      number,
      classId,
      learnerId,
      state: 'valid',
      issuedAt: at,
      issuedBy: actor.name,
      snapshot: sealSnapshot(database.vault, 'certificates', id, snapshot),
      prints: [],
      voided: null,
      toReplace: null,
      replacedBy: null,
    });
  }
  await write.put('certificates', ...issued);
  return issued;
}

/**
 * Issues certificates to learners of one class, all or none (第22条). Each gets the next number of
 * the series and a frozen snapshot of what it states.
 * @throws Refusal notEligible with every reason, whoever asks and however
 */
export const issueCertificates = defineCommand({
  name: 'issueCertificates',
  label: '发放证书',
  event: 'certificatesIssued',
  roles: whoServes,
  input: z.object({
    classId: z.uuid(),
    learnerIds: z.array(z.uuid()).min(1, '没有选择学员'),
    desk: deskName,
  }),
  prepare: ({ classId, learnerIds }, preparation) => refuseUnprintableOf(classId, learnerIds, preparation),
  perform({ classId, learnerIds, desk = null }, context) {
    const wanted = [...new Set(learnerIds)].map((learnerId) => ({ learnerId, replaces: null }));
    return issue(classId, wanted, desk, context);
  },
});

/**
 * Issues a corrected certificate in the place of one in force: a new number that refers to the old,
 * which keeps its own and is marked as replaced (第22条).
 * @throws Refusal notEligible (void it instead), nothingToReplace, certificateNotInForce
 */
export const replaceCertificates = defineCommand({
  name: 'replaceCertificates',
  label: '更正证书',
  event: 'certificatesReplaced',
  roles: whoServes,
  input: z.object({ ids: z.array(z.uuid()).min(1, '没有选择证书'), desk: deskName }),
  async prepare({ ids }, preparation) {
    for (const id of ids) {
      const { classId, learnerId } = await mustGet(preparation.database, 'certificates', id, '证书');
      await refuseUnprintableOf(classId, [learnerId], preparation);
    }
  },
  async perform({ ids, desk = null }, context) {
    const made: Certificate[] = [];
    for (const id of new Set(ids)) {
      const old = await mustGet(context.database, 'certificates', id, '证书');
      if (old.state !== 'valid') throw refusal('certificateNotInForce', { number: old.number });
      const [issued] = await issue(old.classId, [{ learnerId: old.learnerId, replaces: old }], desk, context);
      if (!issued) continue;
      made.push(issued);
      await context.write.put('certificates', {
        ...old,
        state: 'replaced',
        toReplace: null,
        replacedBy: issued.number,
      });
    }
    return made;
  },
});

/** Notes that certificates were sent to the printer. @throws Refusal certificateToReplace */
export const recordPrints = defineCommand({
  name: 'recordPrints',
  label: '打印证书',
  event: 'certificatesPrinted',
  roles: whoServes,
  input: z.object({ certificateIds: z.array(z.uuid()).min(1) }),
  async perform({ certificateIds }, { database, write, at, actor }) {
    for (const id of certificateIds) {
      const certificate = await mustGet(database, 'certificates', id, '证书');
      refuseToReplace(certificate);
      await write.put('certificates', {
        ...certificate,
        prints: [...certificate.prints, { at, by: actor.name, blank: null }],
      });
    }
  },
});

/** @throws Refusal certificateToReplace: what is known to be untrue is not printed again */
export function refuseToReplace({ number, toReplace }: Certificate): void {
  if (toReplace) throw refusal('certificateToReplace', { number, reason: toReplace.reason });
}

/** Takes a certificate back; its number stays used, and the learner may be issued a new one. */
export const voidCertificate = defineCommand({
  name: 'voidCertificate',
  label: '作废证书',
  event: 'certificateVoided',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(1, '请填写作废原因').max(200) }),
  async perform({ id, reason }, { database, write, at, actor }) {
    const certificate = await mustGet(database, 'certificates', id, '证书');
    if (certificate.state !== 'valid') throw refusal('certificateNotInForce', { number: certificate.number });
    await write.put('certificates', {
      ...certificate,
      state: 'void',
      toReplace: null,
      voided: { at, by: actor.name, reason },
    });
  },
});

/** @throws Refusal certificateInForce: what a certificate in force states is not changed behind it */
export async function refuseCertified(
  classId: string,
  learnerIds: readonly string[],
  { database }: CommandContext,
): Promise<void> {
  const inForce = await certificatesInForce(database, classId);
  const found = learnerIds.map((learnerId) => inForce.get(learnerId)).find((one) => one !== undefined);
  if (found) throw refusal('certificateInForce', { name: found.snapshot.learnerName, number: found.number });
}

/**
 * The same for an act that is to be taken back.
 * @param part of the row, what it holds by learner
 */
export function refuseCertifiedIn(
  change: Change,
  part: 'marks' | 'results',
  classId: string,
  context: CommandContext,
): Promise<void> {
  const edited = 'edits' in change ? change.edits.map(({ path }) => path[1] ?? '') : [];
  const added = 'added' in change ? Object.keys(change.added[part] ?? {}) : [];
  return refuseCertified(classId, [...edited, ...added], context);
}
