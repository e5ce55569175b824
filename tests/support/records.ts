import { type Base, defaultSettings, firstSigning } from '../../shared/domain/base/base.ts';
import type { Certificate, SealedSnapshot } from '../../shared/domain/certificates/certificate.ts';
import type { Notice } from '../../shared/domain/money/notice.ts';
import type { Receipt } from '../../shared/domain/money/receipt.ts';
import type { TrainingClass } from '../../shared/domain/teaching/class.ts';
import { defaultCountingRules } from '../../shared/domain/teaching/counting-rules.ts';
import type { Filing } from '../../shared/domain/teaching/filing.ts';
import { noEvidence, type PlanLine } from '../../shared/domain/teaching/plan.ts';
import { feeItemOf } from './fee-item.ts';

/** Records for specifications of papers: each says only what it is about. */
export const baseOnRecord: Base = {
  id: 'base',
  profile: {
    name: '示例基地',
    code: 'SSL01',
    approvalNumber: '示人社发〔2018〕12号',
    approvalDate: '2018-03-01',
    authority: '示例市人社局',
    level: 'autonomousRegion',
    address: '示例路 1 号',
    regionCode: '1501',
    mongolianName: '',
  },
  settings: defaultSettings,
  signing: firstSigning,
  isClassroom: false,
  certificateDesignId: 'design-1',
};

export function classOf(about: Partial<TrainingClass> = {}): TrainingClass {
  return {
    id: 'class-1',
    number: '2026-01',
    title: '测绘新技术',
    courseId: 'course-1',
    content: '卫星测绘',
    organiser: '示例基地',
    organiserKind: 'base',
    contractor: '',
    commissioner: '',
    isPublicBenefit: false,
    fundSource: 'learner',
    place: '一楼',
    mode: 'inPerson',
    responsibleTeacher: '周老师',
    capacity: null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    planLineId: null,
    startDate: '2026-03-07',
    endDate: '2026-03-28',
    countingRules: defaultCountingRules,
    closed: null,
    feeItems: [],
    noticeId: null,
    filed: null,
    supplement: null,
    reopenings: [],
    ...about,
  };
}

export function certificateOf(
  serial: number,
  about: Partial<Certificate> = {},
  snapshot: Partial<SealedSnapshot> = {},
): Certificate {
  const number = `SSL01-2026-00000${serial}`;
  return {
    id: `certificate-${serial}`,
    number,
    classId: 'class-1',
    learnerId: `learner-${serial}`,
    state: 'valid',
    issuedAt: '2026-04-01T02:00:00.000Z',
    issuedBy: '周老师',
    snapshot: {
      designVersionId: 'version-1',
      proof: { generation: 1 },
      number,
      baseName: '示例基地',
      approvalNumber: '示人社发〔2018〕12号',
      learnerName: '张三',
      documentKind: '居民身份证',
      documentNumber: { sealed: 'x', lastFour: '1230' },
      employerName: '测绘院',
      classNumber: '2026-01',
      classTitle: '测绘新技术',
      startDate: '2026-03-07',
      endDate: '2026-03-28',
      years: [{ year: 2026, general: 4, professional: 20 }],
      generalHours: 4,
      professionalHours: 20,
      result: '86 分',
      issueDate: '2026-04-01',
      replaces: null,
      photo: null,
      mongolianName: '',
      mongolianBaseName: '',
      ...snapshot,
    },
    prints: [],
    voided: null,
    toReplace: null,
    replacedBy: null,
    ...about,
  };
}

export function receiptOf(serial: number, about: Partial<Receipt> = {}): Receipt {
  return {
    id: `receipt-${serial}`,
    number: `SSL01-2026-00000${serial}`,
    kind: 'payment',
    date: '2026-11-24',
    method: 'cash',
    source: 'learner',
    partyName: '张三',
    employerId: null,
    lines: [],
    chargeIds: [],
    totalFen: 600_00,
    note: '',
    refundOf: null,
    voided: null,
    at: '2026-11-24T01:30:00.000Z',
    by: '王前台',
    ...about,
  };
}

/** A line of a receipt for one learner's training fee. */
export function receiptLineOf(learnerName: string, fen: number): Receipt['lines'][number] {
  return { chargeId: learnerName, fen, learnerName, classTitle: '测绘新技术', itemTitle: '培训费' };
}

export const publishedNotice: Notice = {
  id: 'notice-1',
  version: 2,
  baseName: '示例基地',
  approvalNumber: '示人社发〔2018〕12号',
  scope: '本市专业技术人员',
  contact: '周老师 0471-0000000',
  complaints: '0471-0000001',
  place: '基地公告栏',
  publishedOn: '2026-11-01',
  lines: [
    {
      classId: null,
      planLineId: null,
      title: '知识更新',
      subjectKind: 'professional',
      content: '新技术',
      audience: '工程技术人员',
      hours: 30,
      period: '2026年3月7日至3月28日',
      isPublicBenefit: false,
      items: [feeItemOf(), feeItemOf({ kind: 'textbook', title: '教材费', standardFen: 0, basis: '' })],
    },
    {
      classId: null,
      planLineId: null,
      title: '公需讲座',
      subjectKind: 'general',
      content: '',
      audience: '全体',
      hours: 4,
      period: '2026-05',
      isPublicBenefit: true,
      items: [],
    },
  ],
  at: '2026-11-01T02:00:00.000Z',
  by: '周老师',
};

export function filingOf(serial: number, about: Partial<Filing> = {}): Filing {
  const file = { hash: 'a'.repeat(64), bytes: 1 };
  return {
    id: `filing-${serial}`,
    kind: 'volume',
    number: `DSL01-2026-000${serial}`,
    classId: 'class-1',
    classNumber: '2026-01',
    classTitle: '测绘新技术',
    baseName: '示例基地',
    year: 2026,
    filedAt: '2026-11-24T02:00:00.000Z',
    filedBy: '周老师',
    gaps: [],
    reason: '',
    keptUntilYear: 2036,
    box: '',
    shelfPlace: '',
    volume: { ...file, pages: 12 },
    data: file,
    manifest: file,
    parts: [],
    ...about,
  };
}

export function planLineOf(about: Partial<PlanLine> = {}): PlanLine {
  return {
    id: 'line-1',
    year: 2026,
    title: '知识更新',
    subjectKind: 'professional',
    audience: '工程技术人员',
    hours: 30,
    classes: 2,
    people: 80,
    firstMonth: '2026-03',
    lastMonth: '2026-06',
    trainer: '高教授',
    feeFen: 600_00,
    feeBasis: '示发改费〔2024〕9号',
    fundSource: 'learner',
    evidence: noEvidence,
    changes: [],
    dropped: null,
    ...about,
  };
}
