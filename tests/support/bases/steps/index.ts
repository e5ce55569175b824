import type { BaseName } from '../chains.ts';
import {
  classFiled,
  classSupplemented,
  filesAttached,
  fiveClosed,
  fiveEnrolled,
  trainerAppointed,
} from './archive.ts';
import { authorityNamed, packagesTaken, packagesWaiting } from './authority.ts';
import {
  designDrafted,
  designPublished,
  sampleCertified,
  sampleVoided,
  studioIssued,
  studioPrinted,
  studioReady,
} from './certificates.ts';
import { type Facts, openBuildingDesk, type SignedIn, type Step } from './desk.ts';
import {
  collecting,
  evaluated,
  februaryClass,
  surveyPublished,
  thirtyAtTerminal,
  thirtyInFiles,
  thirtyOnPaper,
  trainedClass,
} from './evaluation.ts';
import { classGiven, classroom, classroomMarked, givenAndMarked, laptopFounded } from './handover.ts';
import { backedUp, firstCourse, teacherAdded } from './keeping.ts';
import {
  feePlanned,
  moneySettled,
  noticePublished,
  sixtyCharged,
  sixtyEnrolled,
  twoClasses,
  twoReceipts,
} from './money.ts';
import { planApproved, planChanged, planOpened, withCourse } from './plan.ts';
import {
  assessedClass,
  certifiedClass,
  enrolledClass,
  markedClass,
  printedClass,
  rostered,
  twoSessionsMarked,
} from './roster.ts';
import { founded, sample, setUp } from './set-up.ts';
import {
  authorityKnown,
  correctionMade,
  submissionMade,
  submissionSent,
  titleChanged,
} from './submission.ts';
import { mixedClosed, mixedTaught } from './years.ts';

/** What is done to come from each base to the next. */
const steps: Record<BaseName, Step> = {
  founded,
  'set-up': setUp,
  sample,
  rostered,
  'enrolled-class': enrolledClass,
  'two-sessions-marked': twoSessionsMarked,
  'marked-class': markedClass,
  'assessed-class': assessedClass,
  'certified-class': certifiedClass,
  'printed-class': printedClass,
  'with-course': withCourse,
  'plan-approved': planApproved,
  'plan-changed': planChanged,
  'plan-opened': planOpened,
  'fee-planned': feePlanned,
  'two-classes': twoClasses,
  'sixty-enrolled': sixtyEnrolled,
  'notice-published': noticePublished,
  'sixty-charged': sixtyCharged,
  'two-receipts': twoReceipts,
  'money-settled': moneySettled,
  'february-class': februaryClass,
  'trained-class': trainedClass,
  'survey-published': surveyPublished,
  collecting,
  'thirty-at-terminal': thirtyAtTerminal,
  'thirty-in-files': thirtyInFiles,
  'thirty-on-paper': thirtyOnPaper,
  evaluated,
  'class-given': classGiven,
  'given-and-marked': givenAndMarked,
  'laptop-founded': laptopFounded,
  classroom,
  'classroom-marked': classroomMarked,
  'backed-up': backedUp,
  'teacher-added': teacherAdded,
  'first-course': firstCourse,
  'sample-certified': sampleCertified,
  'sample-voided': sampleVoided,
  'design-drafted': designDrafted,
  'design-published': designPublished,
  'studio-ready': studioReady,
  'studio-issued': studioIssued,
  'studio-printed': studioPrinted,
  'trainer-appointed': trainerAppointed,
  'five-enrolled': fiveEnrolled,
  'five-closed': fiveClosed,
  'files-attached': filesAttached,
  'class-filed': classFiled,
  'class-supplemented': classSupplemented,
  'mixed-taught': mixedTaught,
  'mixed-closed': mixedClosed,
  'authority-known': authorityKnown,
  'submission-made': submissionMade,
  'submission-sent': submissionSent,
  'title-changed': titleChanged,
  'correction-made': correctionMade,
  'authority-named': authorityNamed,
  'packages-waiting': packagesWaiting,
  'packages-taken': packagesTaken,
};

export interface Builder {
  /** Opens the desk with what was said before. */
  open(facts: Facts, who: SignedIn | null): Promise<void>;
  /** Takes one step; answers all that has been said so far. */
  step(base: BaseName): Promise<Facts>;
}

let desk: Awaited<ReturnType<typeof openBuildingDesk>> | null = null;

const builder: Builder = {
  async open(facts, who) {
    desk = await openBuildingDesk(facts, who);
  },
  async step(base) {
    if (!desk) throw new Error('the desk is not open');
    desk.facts = { ...desk.facts, ...(await steps[base](desk)) };
    return desk.facts;
  },
};

Object.assign(window, { builder });
