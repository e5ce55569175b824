import { type BaseLevel, baseLevels } from '../domain/base/base.ts';
import type { CivilDate } from '../domain/base/civil-date.ts';
import { chineseDate } from '../domain/base/civil-date.ts';
import { type DutyRecord, type RecordedDuty, recordedDuties } from '../domain/base/duty-record.ts';
import { type Fen, formatFen } from '../domain/money/money.ts';
import { type PlanState, planStates } from '../domain/teaching/plan.ts';
import type { StateCounts } from './employer-standing.ts';
import type { TrainerRatio } from './trainer-roster.ts';

/** What is known of the base in one civil year. */
export interface ComplianceFacts {
  year: number;
  today: CivilDate;
  profile: { level: BaseLevel; approvalNumber: string; approvalDate: CivilDate; authority: string };
  /** Classes that ended in the year: how many are closed, may still wait, or are past the deadline. */
  classes: { closed: number; waiting: number; overdue: number };
  filingDeadlineDays: number;
  retentionYears: number;
  hours: number;
  learners: StateCounts;
  /** How many wait to be replaced; those issued in the year, where somebody reads the evidence. */
  certificates: { toReplace: number; issued: { valid: number; voided: number } | null };
  entriesWithoutProof: number;
  /** Titles of courses of general subjects without a textbook that had a class in the year (第25条). */
  generalWithoutTextbook: string[];
  sessions: { taught: number; withoutTrainer: number };
  records: readonly DutyRecord[];
  /** The state of the year's plan, and its approval in words. */
  plan: { state: PlanState; approval: string };
  /** The latest fee disclosure published by the year's end, and classes at work that go beyond what was published. */
  disclosure: {
    notice: { version: number; publishedOn: CivilDate; place: string } | null;
    undisclosed: number;
  };
  /** Of the closed classes: how many are filed as volumes. */
  filed: number;
  /** The roster of trainers on both axes, and how many lack an appointment or have papers run out. */
  trainers: { ratio: TrainerRatio; faulty: number };
  /** What the register of 第21条 holds in use, by the duty it shows, and how much of it lacks its proof. */
  facilities: Record<FacilityDuty, { inUse: number; unproven: number }>;
  /** Of the closed classes: how many were evaluated with five answers or more (第24条). */
  evaluated: number;
  /** Classes of the year that an authority held itself, and what they charged (第26条). */
  authority: { classes: number; chargedFen: Fen };
}

/** The duties that the register of facilities shows. */
export type FacilityDuty = Extract<RecordedDuty, 'premises' | 'textbooks' | 'staff' | 'rules'>;

export const dutyStates = { done: '已做到', attention: '要留意', missing: '缺', note: '备查' } as const;
export type DutyState = keyof typeof dutyStates;

/** Where a line is mended. */
export type Mend =
  | {
      kind: 'page';
      page:
        | 'classes'
        | 'employers'
        | 'settings'
        | 'certificates'
        | 'outsideHours'
        | 'courses'
        | 'plan'
        | 'disclosure'
        | 'archives'
        | 'trainers'
        | 'facilities'
        | 'surveys';
    }
  | { kind: 'record'; duty: RecordedDuty };

/** One duty of the base: what the article asks, how it stands, what shows it, where it is mended. */
export interface DutyLine {
  article: number;
  label: string;
  state: DutyState;
  evidence: string;
  mend: Mend | null;
}

const page = (of: Extract<Mend, { kind: 'page' }>['page']): Mend => ({ kind: 'page', page: of });

function recordedLine({ records, year }: ComplianceFacts, duty: RecordedDuty): DutyLine {
  const { article, label } = recordedDuties[duty];
  const own = records.filter((record) => record.duty === duty);
  const evidence = own.map((record) => `${chineseDate(record.date)} ${record.evidence}`).join('；');
  const state = own.length > 0 ? 'done' : 'missing';
  return {
    article,
    label,
    state,
    evidence: evidence || `${year} 年还没有登记依据`,
    mend: { kind: 'record', duty },
  };
}

function registrationLine({ classes, filingDeadlineDays }: ComplianceFacts): DutyLine {
  const { closed, waiting, overdue } = classes;
  const parts = [
    `${closed} 个班已结班，种类、内容、结果登记齐全`,
    ...(waiting > 0 ? [`${waiting} 个班已结束、还在 ${filingDeadlineDays} 天之内`] : []),
    ...(overdue > 0 ? [`${overdue} 个班超过 ${filingDeadlineDays} 天没有结班`] : []),
  ];
  return {
    article: 10,
    label: '登记每名学员的种类、内容和考核结果',
    state: overdue > 0 ? 'missing' : waiting > 0 ? 'attention' : 'done',
    evidence: parts.join('；'),
    mend: page('classes'),
  };
}

function creditLine({ hours, entriesWithoutProof }: ComplianceFacts): DutyLine {
  const unproven = entriesWithoutProof > 0 ? `；${entriesWithoutProof} 条外部学时没有证明，未计入` : '';
  return {
    article: 10,
    label: '学时按 45 分钟、半天折算',
    state: entriesWithoutProof > 0 ? 'attention' : 'done',
    evidence: `由点名自动折算，本年共 ${hours} 学时，逐条记在台账${unproven}`,
    mend: entriesWithoutProof > 0 ? page('outsideHours') : null,
  };
}

function requirementLine({ learners }: ComplianceFacts): DutyLine {
  const { met, onPace, atRisk, short } = learners;
  const behind = atRisk + short;
  return {
    article: 11,
    label: '学员每年 90 学时（公需 30、专业 60）',
    state: behind > 0 ? 'attention' : 'done',
    evidence: `已达标 ${met} 人，进行中 ${onPace} 人，有风险 ${atRisk} 人，未达标 ${short} 人`,
    mend: page('employers'),
  };
}

function approvalLines({ profile, today }: ComplianceFacts): DutyLine[] {
  const { level, approvalNumber, approvalDate, authority } = profile;
  const isApproved = approvalNumber.trim() !== '' && approvalDate <= today;
  return [
    {
      article: 20,
      label: '经批准设立',
      state: isApproved ? 'done' : 'missing',
      evidence: `${baseLevels[level]}基地，${approvalNumber || '没有批准文号'}`,
      mend: page('settings'),
    },
    {
      article: 21,
      label: '属地人社部门批准',
      state: isApproved && authority.trim() !== '' ? 'done' : 'missing',
      evidence: `${authority}，${chineseDate(approvalDate)}`,
      mend: page('settings'),
    },
  ];
}

/** What the register holds speaks for itself; what stands elsewhere by what is on record (第21条). */
function facilityLine(facts: ComplianceFacts, duty: FacilityDuty): DutyLine {
  const { inUse, unproven } = facts.facilities[duty];
  const onRecord = recordedLine(facts, duty);
  if (inUse === 0) return onRecord;
  const recorded = onRecord.state === 'done' ? `；${onRecord.evidence}` : '';
  return {
    ...onRecord,
    state: unproven > 0 ? 'attention' : 'done',
    evidence: `在用 ${inUse} 项，${unproven > 0 ? `${unproven} 项没有证明` : '都有证明'}${recorded}`,
    mend: page('facilities'),
  };
}

function textbookLine(facts: ComplianceFacts): DutyLine {
  const { generalWithoutTextbook: courses } = facts;
  const line = facilityLine(facts, 'textbooks');
  if (courses.length === 0) return line;
  const evidence = `公需课程没有填教材（第25条）：${courses.join('、')}；${line.evidence}`;
  const state = line.state === 'missing' ? 'missing' : 'attention';
  return { ...line, state, evidence, mend: line.state === 'missing' ? line.mend : page('courses') };
}

/** A plan kept here speaks for itself; one on paper by what is on record. */
function planLine(facts: ComplianceFacts): DutyLine {
  const { state, approval } = facts.plan;
  const onRecord = recordedLine(facts, 'plan');
  if (state === 'draft') return onRecord;
  const evidence = [`${facts.year} 年教学计划：${planStates[state]}`, approval]
    .filter((text) => text !== '')
    .join('，');
  return { ...onRecord, state: state === 'submitted' ? 'attention' : 'done', evidence, mend: page('plan') };
}

/** A notice published here speaks for itself; one made elsewhere by what is on record. */
function disclosureLine(facts: ComplianceFacts): DutyLine {
  const { notice, undisclosed } = facts.disclosure;
  const onRecord = recordedLine(facts, 'disclosure');
  const line: DutyLine = notice
    ? {
        ...onRecord,
        state: 'done',
        evidence: `第 ${notice.version} 版收费公示，${chineseDate(notice.publishedOn)}公布于${notice.place}`,
        mend: page('disclosure'),
      }
    : onRecord;
  if (undisclosed === 0) return line;
  const evidence = `${undisclosed} 个班的收费与公示不符，公示之前不能收取；${line.evidence}`;
  const state = line.state === 'missing' ? 'missing' : 'attention';
  return { ...line, state, evidence, mend: page('disclosure') };
}

/** What an authority's own classes charged is counted here; a year without one asks for no evidence. */
function freeOfChargeLine(facts: ComplianceFacts): DutyLine {
  const { classes, chargedFen } = facts.authority;
  const line = recordedLine(facts, 'freeOfCharge');
  const onRecord = line.state === 'done' ? `；${line.evidence}` : '';
  const counted =
    classes === 0
      ? `${facts.year} 年没有行政主管部门直接举办的班`
      : `行政主管部门直接举办 ${classes} 个班，收费 ${formatFen(chargedFen)} 元`;
  return { ...line, state: chargedFen > 0 ? 'missing' : 'done', evidence: `${counted}${onRecord}` };
}

function archiveLine({ classes, filed, retentionYears, filingDeadlineDays }: ComplianceFacts): DutyLine {
  const { closed, overdue } = classes;
  const unfiled = closed - filed;
  const parts = [
    `${filed} 个班已归档成卷，保存 ${retentionYears} 年`,
    ...(unfiled > 0 ? [`${unfiled} 个班已结班、还没有归档`] : []),
    ...(overdue > 0 ? [`${overdue} 个班超过 ${filingDeadlineDays} 天没有结班`] : []),
  ];
  return {
    article: 22,
    label: '建立教学档案',
    state: overdue > 0 ? 'missing' : unfiled > 0 ? 'attention' : 'done',
    evidence: parts.join('；'),
    mend: page(overdue > 0 ? 'classes' : 'archives'),
  };
}

function certificateLine({ certificates: { toReplace, issued } }: ComplianceFacts): DutyLine {
  const counts = issued ? `本年发证有效 ${issued.valid} 张、作废 ${issued.voided} 张，` : '';
  return {
    article: 22,
    label: '如实出具证明',
    state: toReplace > 0 ? 'missing' : 'done',
    evidence: `${counts}均依据点名和考核结果${toReplace > 0 ? `；${toReplace} 张更正后与记录不符，待更正` : ''}`,
    mend: page('certificates'),
  };
}

/** A roster kept here speaks for itself; one kept elsewhere by what is on record. */
function rosterLine(facts: ComplianceFacts): DutyLine {
  const { ratio, faulty } = facts.trainers;
  const onRecord = recordedLine(facts, 'trainers');
  if (ratio.total === 0) return onRecord;
  const counted = `在任 ${ratio.total} 人：专职 ${ratio.fullTime}、兼职 ${ratio.partTime}，区内 ${ratio.inRegion}、区外 ${ratio.outOfRegion}`;
  const evidence = `${counted}${faulty > 0 ? `；${faulty} 人没有在期聘书或证书到期` : ''}`;
  return { ...onRecord, state: faulty > 0 ? 'attention' : 'done', evidence, mend: page('trainers') };
}

function trainerLine(facts: ComplianceFacts): DutyLine {
  const { taught, withoutTrainer } = facts.sessions;
  const line = rosterLine(facts);
  if (withoutTrainer === 0 || line.state === 'missing') return line;
  const evidence = `${taught} 次课中 ${withoutTrainer} 次没有填授课教师；${line.evidence}`;
  return { ...line, state: 'attention', evidence, mend: page('classes') };
}

/** Classes that were evaluated here speak for themselves; evaluations kept elsewhere by what is on record. */
function evaluationLine(facts: ComplianceFacts): DutyLine {
  const { evaluated, classes } = facts;
  const onRecord = recordedLine(facts, 'evaluation');
  if (evaluated === 0) return onRecord.state === 'done' ? onRecord : { ...onRecord, mend: page('surveys') };
  const counted = `${classes.closed} 个结班的班，${evaluated} 个有评估结果`;
  const isWhole = evaluated >= classes.closed;
  const evidence = onRecord.state === 'done' ? `${counted}；${onRecord.evidence}` : counted;
  return { ...onRecord, state: isWhole ? 'done' : 'attention', evidence, mend: page('surveys') };
}

function inspectionLine(facts: ComplianceFacts): DutyLine {
  const line = recordedLine(facts, 'inspection');
  if (line.state === 'done') return line;
  return { ...line, state: 'note', evidence: '本年没有登记过检查；本页可随时导出为检查材料' };
}

/** 第32条 speaks of these. */
const sanctioned = [10, 22];

function sanctionLine(lines: readonly DutyLine[]): DutyLine {
  const open = lines.filter(({ article, state }) => sanctioned.includes(article) && state === 'missing');
  return {
    article: 32,
    label: '没有违反第10条、第22条',
    state: open.length > 0 ? 'missing' : 'done',
    evidence:
      open.length > 0
        ? `有 ${open.length} 项未做到：${open.map(({ label }) => label).join('、')}；可能被责令改正、警告`
        : '第10条、第22条各项都有依据',
    mend: null,
  };
}

/**
 * Every duty the measures lay on the base (第10、11、20–24、26、29、32条) as a line with its state and
 * evidence for one civil year.
 */
export function complianceLines(facts: ComplianceFacts): DutyLine[] {
  const lines = [
    registrationLine(facts),
    creditLine(facts),
    requirementLine(facts),
    ...approvalLines(facts),
    facilityLine(facts, 'premises'),
    textbookLine(facts),
    facilityLine(facts, 'staff'),
    facilityLine(facts, 'rules'),
    planLine(facts),
    disclosureLine(facts),
    archiveLine(facts),
    certificateLine(facts),
    trainerLine(facts),
    evaluationLine(facts),
    freeOfChargeLine(facts),
    inspectionLine(facts),
  ];
  return [...lines, sanctionLine(lines)];
}
