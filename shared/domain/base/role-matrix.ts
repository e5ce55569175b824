import type { Actor, Role } from './actor.ts';
import { holdsRole } from './actor.ts';

const administrator = ['administrator'] as const;
const classroom = ['administrator', 'teacher'] as const;
const counter = ['administrator', 'frontDesk'] as const;
const everybody = ['administrator', 'teacher', 'frontDesk'] as const;

/**
 * Who may do what: one line a command, and one for each act of the host that changes or gives out
 * data. `execute` asks it, and so does every button.
 */
export const roleMatrix = {
  setUpBase: administrator,
  changeBaseProfile: administrator,
  changeSettings: administrator,
  loadSample: administrator,

  foundAdministrator: administrator,
  addAccount: administrator,
  editAccount: administrator,
  recordPasswordChange: everybody,
  recordPasswordReset: administrator,
  recordRecoveryRenewal: administrator,

  addLearner: counter,
  editLearner: counter,
  removeLearner: counter,
  importLearners: counter,
  mergeLearners: counter,

  editEmployer: counter,
  mergeEmployers: counter,
  removeEmployer: counter,

  overrideCreditCode: administrator,

  addOutsideEntry: counter,
  editOutsideEntry: counter,
  removeOutsideEntry: counter,
  importOutsideEntries: counter,

  addCourse: administrator,
  editCourse: administrator,
  removeCourse: administrator,

  addPlanLine: administrator,
  importPlanLines: administrator,
  editPlanLine: administrator,
  removePlanLine: administrator,
  dropPlanLine: administrator,
  advancePlan: administrator,
  returnPlan: administrator,

  openClass: administrator,
  editClass: administrator,
  removeClass: administrator,
  addSessions: administrator,
  editSession: administrator,
  removeSession: administrator,
  enrolLearners: counter,
  withdrawLearner: counter,

  setFeeItems: administrator,
  chargeLearners: counter,
  waiveCharge: administrator,
  removeCharge: administrator,
  receivePayment: counter,
  refundPayment: administrator,
  voidReceipt: administrator,
  addFundEntry: administrator,
  removeFundEntry: administrator,
  publishNotice: administrator,

  markAttendance: classroom,
  recordWalkIn: classroom,
  removeWalkIn: classroom,
  matchWalkIn: everybody,

  recordResults: classroom,

  closeClass: administrator,
  reopenClass: administrator,
  correctRecords: administrator,

  issueCertificates: counter,
  recordPrints: counter,
  beginPrintRun: counter,
  confirmPrintRun: counter,
  endPrintRun: counter,
  resumePrintRun: counter,
  receiveBlanks: counter,
  spoilBlanks: counter,
  removeBlanks: administrator,
  handOverClass: administrator,
  takeBackMarks: classroom,
  decideMark: classroom,
  receiveClass: administrator,

  registerAuthority: administrator,
  removeAuthority: administrator,
  recordSubmission: administrator,
  beginCorrection: administrator,
  endCorrection: administrator,
  takeReceiptFile: administrator,
  markSubmissionSent: administrator,
  takeReceipt: administrator,
  withdrawSubmission: administrator,
  replaceCertificates: counter,
  voidCertificate: administrator,
  renewSigningKey: administrator,
  addDesign: administrator,
  editDesign: administrator,
  publishDesign: administrator,
  removeDesign: administrator,
  chooseDesign: administrator,
  savePrinter: counter,
  removePrinter: counter,

  issueTranscripts: counter,
  voidTranscript: administrator,

  recordDuty: administrator,
  removeDutyRecord: administrator,

  addTrainer: administrator,
  editTrainer: administrator,
  removeTrainer: administrator,
  importTrainers: administrator,
  appointTrainer: administrator,
  endAppointment: administrator,
  recordTrainerScore: administrator,
  removeTrainerScore: administrator,

  addMeans: administrator,
  editMeans: administrator,
  removeMeans: administrator,

  attachFiles: everybody,
  removeAttachment: administrator,
  moveAttachment: administrator,
  fileClass: administrator,
  openSupplement: administrator,
  cancelSupplement: administrator,
  fileSupplement: administrator,
  placeVolume: administrator,
  lendVolume: administrator,
  returnVolume: administrator,
  receiveVolumes: administrator,

  addSurvey: administrator,
  editSurvey: administrator,
  publishSurvey: administrator,
  removeSurvey: administrator,
  openSurveyRun: classroom,
  closeSurveyRun: classroom,
  reopenSurveyRun: administrator,
  removeSurveyRun: administrator,

  proposePlanLines: administrator,
  planImprovement: administrator,
  finishImprovement: administrator,
  removeImprovement: administrator,

  makeBackup: administrator,
  restoreBackup: administrator,
  readHistory: administrator,
  undoEntry: administrator,
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof roleMatrix;

/** Whether someone may do this; an act the matrix does not list nobody may do. */
export function may(actor: Actor, act: string): boolean {
  return Object.hasOwn(roleMatrix, act) && holdsRole(actor, roleMatrix[act as Act]);
}
