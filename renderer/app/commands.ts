import type { AnyCommand } from '../database/command.ts';
import { accountCommands } from '../features/accounts/index.ts';
import { archiveCommands } from '../features/archives/index.ts';
import { assessmentCommands } from '../features/assessments/index.ts';
import { attendanceCommands } from '../features/attendance/index.ts';
import { baseCommands } from '../features/base/index.ts';
import { blankCommands, certificateCommands, printRunCommands } from '../features/certificates/index.ts';
import { classCommands } from '../features/classes/index.ts';
import { closingCommands } from '../features/closing/index.ts';
import { complianceCommands } from '../features/compliance/index.ts';
import { courseCommands } from '../features/courses/index.ts';
import { designCommands } from '../features/designs/index.ts';
import { disclosureCommands } from '../features/disclosure/index.ts';
import { employerCommands } from '../features/employers/index.ts';
import { feeCommands } from '../features/fees/index.ts';
import { handoverCommands } from '../features/handovers/index.ts';
import { createUndoEntry } from '../features/history/index.ts';
import { learnerCommands } from '../features/learners/index.ts';
import { meansCommands } from '../features/means/index.ts';
import { outsideHoursCommands } from '../features/outside-hours/index.ts';
import { planCommands } from '../features/plan/index.ts';
import { sampleCommands } from '../features/sample/index.ts';
import { authorityCommands, submissionCommands } from '../features/statistics/index.ts';
import { surveyCommands } from '../features/surveys/index.ts';
import { trainerCommands } from '../features/trainers/index.ts';
import { transcriptCommands } from '../features/transcripts/index.ts';

const featureCommands: readonly AnyCommand[] = [
  ...accountCommands,
  ...baseCommands,
  ...employerCommands,
  ...learnerCommands,
  ...courseCommands,
  ...classCommands,
  ...attendanceCommands,
  ...handoverCommands,
  ...assessmentCommands,
  ...certificateCommands,
  ...printRunCommands,
  ...blankCommands,
  ...authorityCommands,
  ...submissionCommands,
  ...designCommands,
  ...planCommands,
  ...feeCommands,
  ...disclosureCommands,
  ...closingCommands,
  ...outsideHoursCommands,
  ...transcriptCommands,
  ...complianceCommands,
  ...trainerCommands,
  ...meansCommands,
  ...archiveCommands,
  ...surveyCommands,
  ...sampleCommands,
];

/** Takes back what another command did. */
export const undoEntry = createUndoEntry(featureCommands);

/** Every way there is to change data. */
export const commands: readonly AnyCommand[] = [...featureCommands, undoEntry];

export const commandsByName: ReadonlyMap<string, AnyCommand> = new Map(
  commands.map((command) => [command.name, command]),
);
