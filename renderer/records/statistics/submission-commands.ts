import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import { same } from '../../../shared/domain/base/same.ts';
import {
  acknowledgementDetails,
  correctionReason,
  type Submission,
  sentDetails,
  submissionDetails,
  submissionsOf,
} from '../../../shared/domain/base/submission.ts';
import { isSignedBy } from '../../../shared/exchange/proof/is-signed-by.ts';
import { acknowledgementKind } from '../../../shared/exchange/submission/acknowledgement.ts';
import { changedFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { readSignedFile } from '../../../shared/exchange/submission/signed-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { contradictionsIn } from '../../../shared/regulation/plausibility.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet, mustGetBase } from '../lookups.ts';
import { signedUpload } from './authority-commands.ts';
import { readRecords } from './records.ts';

/** The submission, where it is the last of its period. @throws Refusal notFound, submissionSent */
async function mustGetLast(database: BaseDatabase, id: string): Promise<Submission> {
  const submission = await mustGet(database, 'submissions', id, '报送包');
  const last = submissionsOf(await database.rows.submissions.toArray(), submission.period).at(-1);
  if (last?.id !== id) throw refusal('submissionSent', { name: submission.fileName });
  return submission;
}

/** What has an acknowledgement was sent. */
function withAcknowledgement(
  submission: Submission,
  acknowledgement: NonNullable<Submission['acknowledgement']>,
): Submission {
  const sent = submission.sent ?? { on: acknowledgement.on, how: '见回执', by: acknowledgement.notedBy };
  return { ...submission, sent, acknowledgement };
}

/**
 * Keeps what was made for the authority: the next of its period, which takes the place of the one before
 * (第28条). What it says must be what the records say.
 * @throws Refusal submissionContradicts, submissionStale, correctionNotOpen, submissionUnchanged
 */
export const recordSubmission = defineCommand({
  name: 'recordSubmission',
  label: '制作报送包',
  event: 'submissionRecorded',
  roles: administratorOnly,
  input: submissionDetails,
  async prepare({ period, statistics }, { database }) {
    const words = describePeriod(period);
    const [reason] = contradictionsIn(statistics);
    if (reason !== undefined) throw refusal('submissionContradicts', { period: words, reason });
    const counted = statisticsOf(await readRecords(database, period), period);
    if (!same(counted, statistics)) throw refusal('submissionStale', { period: words });
  },
  async perform(details, { database, write, newId, at, actor }) {
    const words = describePeriod(details.period);
    const last = submissionsOf(await database.rows.submissions.toArray(), details.period).at(-1);
    if (last && !last.correction) throw refusal('correctionNotOpen', { period: words });
    if (details.sealedFor) await mustGet(database, 'authorities', details.sealedFor, '主管部门');
    if (last && changedFigures(last.statistics, details.statistics).length === 0)
      throw refusal('submissionUnchanged', { period: words });
    const submission: Submission = {
      ...details,
      reason: last?.correction?.reason ?? '',
      id: newId(),
      sequence: (last?.sequence ?? 0) + 1,
      replaces: last?.sequence ?? null,
      at,
      by: actor.name,
      sent: null,
      acknowledgement: null,
      correction: null,
    };
    await write.put('submissions', submission);
    return submission;
  },
});

/** Notes when and how a package was sent. */
export const markSubmissionSent = defineCommand({
  name: 'markSubmissionSent',
  label: '登记报送',
  event: 'submissionSent',
  roles: administratorOnly,
  input: sentDetails.extend({ id: z.uuid() }),
  async perform({ id, ...sent }, { database, write, actor }) {
    const submission = await mustGet(database, 'submissions', id, '报送包');
    await write.put('submissions', { ...submission, sent: { ...sent, by: actor.name } });
  },
});

/** Notes the authority's acknowledgement; what has one was sent. */
export const takeAcknowledgement = defineCommand({
  name: 'takeAcknowledgement',
  label: '登记回执',
  event: 'acknowledgementTaken',
  roles: administratorOnly,
  input: acknowledgementDetails.extend({ id: z.uuid() }),
  async perform({ id, ...acknowledgement }, { database, write, actor }) {
    const submission = await mustGet(database, 'submissions', id, '报送包');
    const noted = { ...acknowledgement, notedBy: actor.name, file: '' };
    await write.put('submissions', withAcknowledgement(submission, noted));
  },
});

/**
 * Takes the file of an acknowledgement: signed by an authority whose card is registered, for a package that was made here.
 * The same again changes nothing.
 * @returns the submission it is for
 * @throws Refusal acknowledgementUnreadable, acknowledgementKeyUnknown, acknowledgementForeign
 */
export const takeAcknowledgementFile = defineCommand({
  name: 'takeAcknowledgementFile',
  label: '收入回执',
  event: 'acknowledgementFileTaken',
  roles: administratorOnly,
  input: signedUpload,
  async perform({ name, bytes }, { database, write, actor }) {
    const read = readSignedFile(acknowledgementKind, bytes, isSignedBy);
    if (!read.ok) throw refusal('acknowledgementUnreadable', { name, reason: read.why });
    const { manifestHash, publicKey, authority, takenOn, number, baseCode, sequence } = read.content;
    const known = await database.rows.authorities.get(publicKey);
    if (!known) throw refusal('acknowledgementKeyUnknown', { name, authority });
    const { profile } = await mustGetBase(database);
    const submissions = await database.rows.submissions.toArray();
    const submission = submissions.find((one) => one.manifestHash === manifestHash);
    if (!submission || baseCode !== profile.code || sequence !== submission.sequence)
      throw refusal('acknowledgementForeign', { name });
    const file = new TextDecoder().decode(bytes);
    if (submission.acknowledgement?.file === file) return submission;
    const noted = { on: takenOn, number, by: known.name, notedBy: actor.name, file };
    await write.put('submissions', withAcknowledgement(submission, noted));
    return submission;
  },
});

/** Opens a submitted period for changes, until the correction is made or ended. @throws Refusal submissionSent */
export const beginCorrection = defineCommand({
  name: 'beginCorrection',
  label: '开始更正',
  event: 'correctionBegun',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), reason: correctionReason }),
  async perform({ id, reason }, { database, write, at, actor }) {
    const submission = await mustGetLast(database, id);
    await write.put('submissions', { ...submission, correction: { reason, at, by: actor.name } });
  },
});

/** Locks the period again where nothing was changed. @throws Refusal correctionChanges */
export const endCorrection = defineCommand({
  name: 'endCorrection',
  label: '结束更正',
  event: 'correctionEnded',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  async prepare({ id }, { database }) {
    const { period, statistics } = await mustGet(database, 'submissions', id, '报送包');
    const counted = statisticsOf(await readRecords(database, period), period);
    if (!same(counted, statistics)) throw refusal('correctionChanges', { period: describePeriod(period) });
  },
  async perform({ id }, { database, write }) {
    const submission = await mustGetLast(database, id);
    await write.put('submissions', { ...submission, correction: null });
  },
});

/** Takes one back that was never sent. @throws Refusal submissionSent */
export const withdrawSubmission = defineCommand({
  name: 'withdrawSubmission',
  label: '撤回报送包',
  event: 'submissionWithdrawn',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, { database, write }) {
    const submission = await mustGet(database, 'submissions', id, '报送包');
    if (submission.sent) throw refusal('submissionSent', { name: submission.fileName });
    await mustGetLast(database, id);
    await write.remove('submissions', id);
  },
});
