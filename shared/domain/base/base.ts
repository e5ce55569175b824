import { z } from 'zod';
import { mongolianText } from '../certificates/mongolian-text.ts';
import { numberBlocks } from '../certificates/number-block.ts';
import { regionCode } from '../people/region.ts';
import { archiveParts, defaultArchiveParts } from '../teaching/archive-part.ts';
import { countingRules, defaultCountingRules } from '../teaching/counting-rules.ts';
import { civilDate } from './civil-date.ts';
import { oneOf } from './one-of.ts';
import { numberPattern } from './paper-number.ts';
import { dayArrangement } from './public-holiday.ts';

/** 第20条. */
export const baseLevels = {
  national: '国家级',
  autonomousRegion: '自治区级',
  regional: '区域性',
  sector: '行业性',
} as const;
export type BaseLevel = keyof typeof baseLevels;

/** What stands for a base in numbers, file names and folders. */
export const baseCode = z.string().regex(/^[A-Z0-9]{2,12}$/);

/** The base as its approval states it (第20、21条). */
export const baseProfile = z.object({
  name: z.string().trim().min(4, '基地名称至少 4 个字').max(60),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{2,12}$/, '基地代码由 2–12 位字母或数字组成，会印在证书编号上'),
  approvalNumber: z.string().trim().min(1, '请填写批准文号').max(60),
  approvalDate: civilDate,
  authority: z.string().trim().min(2, '请填写批准部门').max(60),
  level: oneOf(baseLevels),
  address: z.string().trim().min(2, '请填写地址').max(120),
  regionCode,
  /** For certificates in two scripts; empty where it has none. */
  mongolianName: mongolianText,
});

/** What the measures leave open. New classes take these; classes that exist keep their own. */
export const baseSettings = z.object({
  attendanceThresholdPercent: z.number().int().min(0).max(100),
  passMark: z.number().min(0).max(100),
  certificateNumberPattern: numberPattern,
  /** Which desk gives out which serials; empty where there is one desk. */
  numberBlocks,
  maskDocumentNumber: z.boolean(),
  /** A certificate printed again says so across its page. */
  reprintWatermark: z.boolean(),
  /** The desk locks itself after this long without a key or a click. */
  lockAfterMinutes: z.number().int().min(1).max(240),
  ...countingRules.shape,
  /** Days from a class's last session within which it is to be closed and filed. */
  filingDeadlineDays: z.number().int().min(1).max(365),
  /** Years for which the papers of a class are to be kept, from the year it was closed in. */
  retentionYears: z.number().int().min(1).max(100),
  transcriptNumberPattern: numberPattern,
  receiptNumberPattern: numberPattern,
  appointmentNumberPattern: numberPattern,
  /** Of a class's volume on the shelf. */
  archiveNumberPattern: numberPattern,
  /** What the archive of a class holds, in the order of the volume (第22条). */
  archiveParts,
  /** Days after its end within which a period's statistics are asked for (第28条); 0 where they are not. */
  yearSubmissionDays: z.number().int().min(0).max(180),
  quarterSubmissionDays: z.number().int().min(0).max(90),
  monthSubmissionDays: z.number().int().min(0).max(60),
  /** What learners value below this mean, of 5, asks for an improvement (第24条). */
  improvementBelowMean: z.number().min(1).max(5),
  /** A list of void numbers older than this says of no certificate that it is valid. */
  voidListDays: z.number().int().min(1).max(366),
  /** Days off and working weekends of the yearly arrangement, beside the statutory holidays. */
  dayArrangements: z.array(dayArrangement).max(200),
});
export type BaseSettings = z.infer<typeof baseSettings>;

export const defaultSettings: BaseSettings = {
  attendanceThresholdPercent: 80,
  passMark: 60,
  certificateNumberPattern: '{代码}-{年份}-{序号:6}',
  numberBlocks: [],
  maskDocumentNumber: true,
  reprintWatermark: false,
  lockAfterMinutes: 15,
  ...defaultCountingRules,
  filingDeadlineDays: 30,
  retentionYears: 10,
  transcriptNumberPattern: 'X{代码}-{年份}-{序号:6}',
  receiptNumberPattern: 'S{代码}-{年份}-{序号:6}',
  appointmentNumberPattern: 'P{代码}-{年份}-{序号:4}',
  archiveNumberPattern: 'D{代码}-{年份}-{序号:4}',
  archiveParts: [...defaultArchiveParts],
  yearSubmissionDays: 31,
  quarterSubmissionDays: 0,
  monthSubmissionDays: 0,
  improvementBelowMean: 3.5,
  voidListDays: 31,
  dayArrangements: [],
};

/** The key that signs now, and those that did: what an older one signed stays valid. */
const baseSigning = z.object({
  generation: z.number().int().min(1),
  from: civilDate,
  retired: z.array(
    z.object({ generation: z.number().int().min(1), from: civilDate, until: civilDate, reason: z.string() }),
  ),
});
export type BaseSigning = z.infer<typeof baseSigning>;

/** What a base signs with until it renews its key. */
export const firstSigning: BaseSigning = { generation: 1, from: '2017-02-01', retired: [] };

const base = z.object({
  id: z.literal('base'),
  profile: baseProfile,
  settings: baseSettings,
  signing: baseSigning,
  /** Whether it only marks classes received from the base's own machine. */
  isClassroom: z.boolean(),
  /** The design that new certificates take: one that is published. */
  certificateDesignId: z.uuid(),
});
export type Base = z.infer<typeof base>;
