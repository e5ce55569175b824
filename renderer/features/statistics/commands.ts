import { z } from 'zod';
import { describePeriod } from '../../../shared/domain/period.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import {
  receiptDetails,
  type Submission,
  sentDetails,
  submissionDetails,
  submissionsOf,
} from '../../../shared/domain/submission.ts';
import { same } from '../../../shared/exchange/journal/change.ts';
import { changedFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { contradictionsIn } from '../../../shared/exchange/submission/plausibility.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../../database/lookups.ts';
import { readRecords } from './records.ts';

/**
 * Keeps what was made for the authority: the next of its period, which takes the place of the one before
 * (第28条). What it says must be what the records say.
 * @throws Refusal submissionContradicts, submissionStale, submissionReasonMissing, submissionUnchanged
 */
export const recordSubmission = defineCommand({
  name: 'recordSubmission',
  label: '制作报送包',
  event: 'submissionRecorded',
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
    if (last && details.reason === '') throw refusal('submissionReasonMissing', { period: words });
    if (last && changedFigures(last.statistics, details.statistics).length === 0)
      throw refusal('submissionUnchanged', { period: words });
    const submission: Submission = {
      ...details,
      id: newId(),
      sequence: (last?.sequence ?? 0) + 1,
      replaces: last?.sequence ?? null,
      at,
      by: actor.name,
      sent: null,
      receipt: null,
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
  input: sentDetails.extend({ id: z.uuid() }),
  async perform({ id, ...sent }, { database, write, actor }) {
    const submission = await mustGet(database, 'submissions', id, '报送包');
    await write.put('submissions', { ...submission, sent: { ...sent, by: actor.name } });
  },
});

/** Notes the authority's receipt; what has one was sent. */
export const takeReceipt = defineCommand({
  name: 'takeReceipt',
  label: '登记回执',
  event: 'receiptTaken',
  input: receiptDetails.extend({ id: z.uuid() }),
  async perform({ id, ...receipt }, { database, write, actor }) {
    const submission = await mustGet(database, 'submissions', id, '报送包');
    const sent = submission.sent ?? { on: receipt.on, how: '见回执', by: actor.name };
    await write.put('submissions', { ...submission, sent, receipt: { ...receipt, notedBy: actor.name } });
  },
});

/** Takes one back that was never sent. @throws Refusal submissionSent */
export const withdrawSubmission = defineCommand({
  name: 'withdrawSubmission',
  label: '撤回报送包',
  event: 'submissionWithdrawn',
  input: z.object({ id: z.uuid() }),
  async perform({ id }, { database, write }) {
    const submission = await mustGet(database, 'submissions', id, '报送包');
    const later = submissionsOf(await database.rows.submissions.toArray(), submission.period).at(-1);
    if (submission.sent || later?.id !== id) throw refusal('submissionSent', { name: submission.fileName });
    await write.remove('submissions', id);
  },
});

export const submissionCommands = [recordSubmission, markSubmissionSent, takeReceipt, withdrawSubmission];
