import { z } from 'zod';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { civilYear } from '../../../shared/domain/civil-date.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import type { Change } from '../../../shared/exchange/journal/change.ts';
import { certificateNumber, certificateSeries } from '../../../shared/regulation/certificate-number.ts';
import { describeReason } from '../../../shared/regulation/certificate-verdict.ts';
import { type CommandContext, defineCommand, type Preparation } from '../../database/command.ts';
import { certificatesInForce, mustGet, mustGetBase } from '../../database/lookups.ts';
import { printedTexts } from './printed-texts.ts';
import { sealSnapshot, snapshotOf } from './snapshot.ts';
import { classVerdicts } from './verdicts.ts';

/** Refuses, before anything is issued, whoever's certificate the fonts can't print. */
async function refuseMissingCharacters(
  classId: string,
  learnerIds: readonly string[],
  { database, missingCharacters }: Preparation,
): Promise<void> {
  const of = await mustGet(database, 'classes', classId, '培训班');
  const texts = await printedTexts(database, of, learnerIds);
  const missing = await missingCharacters(texts);
  const index = missing.findIndex((characters) => characters.length > 0);
  if (index >= 0) {
    const characters = missing[index]?.join('') ?? '';
    const learner = await database.rows.learners.get(learnerIds[index] ?? '');
    throw refusal('missingCharacters', { name: learner?.name ?? '', characters });
  }
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
  input: z.object({ classId: z.uuid(), learnerIds: z.array(z.uuid()).min(1, '没有选择学员') }),
  prepare: ({ classId, learnerIds }, preparation) =>
    refuseMissingCharacters(classId, learnerIds, preparation),
  async perform({ classId, learnerIds }, { database, write, today, at, actor, newId }) {
    const base = await mustGetBase(database);
    const of = await mustGet(database, 'classes', classId, '培训班');
    const outcomes = await classVerdicts(database, of, today);
    const { certificateNumberPattern: pattern } = base.settings;
    const numbering = { pattern, baseCode: base.profile.code, year: civilYear(today) };
    const wanted = [...new Set(learnerIds)];
    let serial = await write.take(`certificate:${certificateSeries(numbering)}`, wanted.length);
    const issued: Certificate[] = [];
    for (const learnerId of wanted) {
      const learner = await mustGet(database, 'learners', learnerId, '学员');
      const outcome = outcomes.get(learnerId);
      if (!outcome) throw refusal('notEnrolled', { name: learner.name });
      if (!outcome.verdict.eligible) {
        const reasons = outcome.verdict.reasons.map(describeReason).join('；');
        throw refusal('notEligible', { name: learner.name, reasons });
      }
      const number = numberOrRefuse(numbering, serial);
      serial += 1;
      if (await database.rows.certificates.get({ number })) throw refusal('numberTaken', { number });
      const employerName = (await database.rows.employers.get(learner.employerId ?? ''))?.name ?? '';
      const id = newId();
      const about = { base, of, learner, employerName, outcome, number, today };
      const snapshot = sealSnapshot(database.vault, id, snapshotOf(database.vault, about));
      issued.push({
        id,
        number,
        classId,
        learnerId,
        state: 'valid',
        issuedAt: at,
        issuedBy: actor.name,
        snapshot,
        prints: [],
        voided: null,
      });
    }
    await write.put('certificates', ...issued);
    return issued;
  },
});

function numberOrRefuse(numbering: Parameters<typeof certificateNumber>[0], serial: number): string {
  try {
    return certificateNumber(numbering, serial);
  } catch {
    throw refusal('serialExhausted', { pattern: numbering.pattern });
  }
}

/** Notes that certificates were sent to the printer. */
export const recordPrints = defineCommand({
  name: 'recordPrints',
  label: '打印证书',
  event: 'certificatesPrinted',
  input: z.object({ certificateIds: z.array(z.uuid()).min(1) }),
  async perform({ certificateIds }, { database, write, at, actor }) {
    for (const id of certificateIds) {
      const certificate = await mustGet(database, 'certificates', id, '证书');
      await write.put('certificates', {
        ...certificate,
        prints: [...certificate.prints, { at, by: actor.name }],
      });
    }
  },
});

/** Takes a certificate back; its number stays used, and the learner may be issued a new one. */
export const voidCertificate = defineCommand({
  name: 'voidCertificate',
  label: '作废证书',
  event: 'certificateVoided',
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(1, '请填写作废原因').max(200) }),
  async perform({ id, reason }, { database, write, at, actor }) {
    const certificate = await mustGet(database, 'certificates', id, '证书');
    await write.put('certificates', {
      ...certificate,
      state: 'void',
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

export const certificateCommands = [issueCertificates, recordPrints, voidCertificate];
