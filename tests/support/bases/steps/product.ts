/** All that the bases are built with of the app's page: its commands and what carries them to the disk. */
import type { AnyCommand } from '../../../../renderer/database/command.ts';
import * as accounts from '../../../../renderer/records/accounts/commands.ts';
import * as archives from '../../../../renderer/records/archives/commands.ts';
import * as assessments from '../../../../renderer/records/assessments/commands.ts';
import * as attendance from '../../../../renderer/records/attendance/commands.ts';
import * as base from '../../../../renderer/records/base/commands.ts';
import * as certificates from '../../../../renderer/records/certificates/commands.ts';
import * as classes from '../../../../renderer/records/classes/commands.ts';
import * as closing from '../../../../renderer/records/closing/commands.ts';
import * as courses from '../../../../renderer/records/courses/commands.ts';
import * as designs from '../../../../renderer/records/designs/commands.ts';
import * as disclosure from '../../../../renderer/records/disclosure/commands.ts';
import * as fees from '../../../../renderer/records/fees/commands.ts';
import * as handovers from '../../../../renderer/records/handovers/commands.ts';
import * as learners from '../../../../renderer/records/learners/commands.ts';
import * as plan from '../../../../renderer/records/plan/commands.ts';
import * as sample from '../../../../renderer/records/sample/commands.ts';
import * as statistics from '../../../../renderer/records/statistics/commands.ts';
import * as surveys from '../../../../renderer/records/surveys/commands.ts';
import * as trainers from '../../../../renderer/records/trainers/commands.ts';

export type { BaseStore } from '../../../../renderer/database/base-store.ts';
export { createExecute, type Execute } from '../../../../renderer/database/execute.ts';
export { lastSequence } from '../../../../renderer/database/journal-head.ts';
export { openDatabase } from '../../../../renderer/database/open.ts';
export { Outbox } from '../../../../renderer/database/outbox.ts';
export type { LearnerRow } from '../../../../renderer/database/tables/learner-row.ts';
export { Vault } from '../../../../renderer/database/vault.ts';
export { createHostClient } from '../../../../renderer/host/client.ts';
export { chooseTransport as transport } from '../../../../renderer/host/transport.ts';
export * from '../../../../renderer/records/accounts/commands.ts';
export { archiveState } from '../../../../renderer/records/archives/archive-state.ts';
export { readClassRecord } from '../../../../renderer/records/archives/class-record.ts';
export * from '../../../../renderer/records/archives/commands.ts';
export { supplementRequest, volumeRequest } from '../../../../renderer/records/archives/volume-request.ts';
export { supplementNumber, volumesOf } from '../../../../renderer/records/archives/volumes.ts';
export * from '../../../../renderer/records/assessments/commands.ts';
export * from '../../../../renderer/records/attendance/commands.ts';
export * from '../../../../renderer/records/base/commands.ts';
export * from '../../../../renderer/records/certificates/commands.ts';
export { classVerdicts } from '../../../../renderer/records/certificates/verdicts.ts';
export * from '../../../../renderer/records/classes/commands.ts';
export * from '../../../../renderer/records/closing/commands.ts';
export * from '../../../../renderer/records/courses/commands.ts';
export * from '../../../../renderer/records/designs/commands.ts';
export { designsOf } from '../../../../renderer/records/designs/designs-in-use.ts';
export { keepPrintChoice, printMeans } from '../../../../renderer/records/designs/print-means.ts';
export * from '../../../../renderer/records/disclosure/commands.ts';
export * from '../../../../renderer/records/fees/commands.ts';
export { guards } from '../../../../renderer/records/guards/guards.ts';
export { classFileOf, marksFileOf } from '../../../../renderer/records/handovers/class-file.ts';
export * from '../../../../renderer/records/handovers/commands.ts';
export * from '../../../../renderer/records/learners/commands.ts';
export { nextNumber } from '../../../../renderer/records/numbering/take-numbers.ts';
export * from '../../../../renderer/records/plan/commands.ts';
export * from '../../../../renderer/records/sample/commands.ts';
export { openHandoverKey } from '../../../../renderer/records/sealing/handover-keys.ts';
export { openLearner } from '../../../../renderer/records/sealing/learner-rows.ts';
export { openSnapshot } from '../../../../renderer/records/sealing/snapshots.ts';
export * from '../../../../renderer/records/statistics/commands.ts';
export { makeSubmission } from '../../../../renderer/records/statistics/make-submission.ts';
export { readRecords } from '../../../../renderer/records/statistics/records.ts';
export { openBox } from '../../../../renderer/records/surveys/ballot-box.ts';
export * from '../../../../renderer/records/surveys/commands.ts';
export * from '../../../../renderer/records/trainers/commands.ts';
export { sealAnswers } from '../../../../renderer/survey-form/seal-answers.ts';

/** The commands of the capabilities that steps do something of. */
export const commands: readonly AnyCommand[] = [
  accounts,
  archives,
  assessments,
  attendance,
  base,
  certificates,
  classes,
  closing,
  courses,
  designs,
  disclosure,
  fees,
  handovers,
  learners,
  plan,
  sample,
  statistics,
  surveys,
  trainers,
].flatMap((own): AnyCommand[] => Object.values(own));
