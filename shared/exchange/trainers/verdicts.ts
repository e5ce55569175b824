import {
  type Employment,
  employments,
  type Origin,
  origins,
  type TrainerDetails,
  trainerDetails,
  trainerKey,
} from '../../domain/people/trainer.ts';
import type { SubjectKind } from '../../domain/teaching/course.ts';
import { firstIssue } from '../../refusals/first-issue.ts';
import { hasLostDigits, readPhone, readSubjectKind, readTitleLevel } from '../roster/cell-values.ts';
import type { Grid } from '../roster/grid.ts';
import type { SheetHeader } from '../roster/header.ts';
import { SheetRow } from '../roster/sheet-row.ts';
import { type TrainerField, trainerFields } from './columns.ts';

type TrainerRow = SheetRow<TrainerField>;

export type TrainerVerdict =
  | { row: number; state: 'good' | 'doubtful'; name: string; trainer: TrainerDetails; remark: string }
  | { row: number; state: 'rejected'; name: string; problems: string[] };

function readWord<Code extends string>(text: string, words: Record<Code, string>): Code | null {
  const found = (Object.entries(words) as [Code, string][]).find(([, word]) => text.includes(word));
  return found?.[0] ?? null;
}

/** 公需、专业 or both; empty where the sheet says nothing. */
function readSubjects(text: string): SubjectKind[] | null {
  const parts = text.split(/[、，,;；/／和]+/).filter((part) => part !== '');
  const kinds = parts.flatMap((part) => readSubjectKind(part, 'professional') ?? []);
  return kinds.length === parts.length ? [...new Set(kinds)] : null;
}

function readTrainer(row: TrainerRow): TrainerDetails | null {
  const employment: Employment | null = row.has('employment')
    ? readWord(row.text('employment'), employments)
    : 'partTime';
  if (employment === null) row.refuse('employment', '请写专职或兼职');
  const origin: Origin | null = row.has('origin') ? readWord(row.text('origin'), origins) : 'inRegion';
  if (origin === null) row.refuse('origin', '请写区内或区外');
  const titleLevel = row.has('titleLevel') ? readTitleLevel(row.text('titleLevel')) : 'none';
  if (titleLevel === null) row.refuse('titleLevel', '请写正高、副高、中级、初级或无');
  const subjects = readSubjects(row.text('subjects'));
  if (subjects === null) row.refuse('subjects', '请写公需、专业');
  if (hasLostDigits(row.cell('bankAccount'))) {
    row.refuse('bankAccount', '账号被表格软件改成了数字，末几位已丢失，请按文本重新填写');
  }
  if (row.problems.length > 0 || !employment || !origin || !titleLevel || !subjects) return null;
  const read = trainerDetails.safeParse({
    employment,
    origin,
    fields: row
      .text('fields')
      .split(/[、，,;；/／]+/)
      .map((field) => field.trim())
      .filter(Boolean),
    subjects,
    certificates: [],
    photo: null,
    bankName: row.text('bankName'),
    bankAccount: row.text('bankAccount'),
    note: row.text('note'),
    leftOn: null,
    learnerId: null,
    person: {
      name: row.text('name'),
      employerName: row.text('employerName'),
      title: row.text('title'),
      titleLevel,
      phone: readPhone(row.cell('phone').text),
    },
  });
  if (read.success) return read.data;
  const { where, why } = firstIssue(read.error);
  const field = where.split('.').at(-1) ?? '';
  row.refuse((Object.hasOwn(trainerFields, field) ? field : 'name') as TrainerField, why);
  return null;
}

function remarkOn(row: TrainerRow): string {
  return [
    ...(row.has('employment') ? [] : ['没有写专职或兼职，按兼职计']),
    ...(row.has('origin') ? [] : ['没有写区内或区外，按区内计']),
  ].join('；');
}

/** Judges every row below the header; who is on the roster, or stands twice in the sheet, is rejected. */
export function judgeTrainers(
  sheet: Grid,
  header: SheetHeader<TrainerField>,
  known: ReadonlySet<string>,
): TrainerVerdict[] {
  const verdicts: TrainerVerdict[] = [];
  const seen = new Set(known);
  for (let index = Math.max(...header.rows) + 1; index < sheet.rows.length; index += 1) {
    const row = new SheetRow(sheet, header, index, trainerFields);
    if (!row.has('name') || /^(合计|总计)/.test(row.text('name'))) continue;
    const trainer = readTrainer(row);
    const name = trainer?.person?.name ?? row.text('name');
    const key = trainerKey({ name, employerName: trainer?.person?.employerName ?? '' });
    if (trainer && seen.has(key)) row.refuse('name', '已在名册里，或在表里出现了两次');
    if (trainer === null || row.problems.length > 0) {
      verdicts.push({ row: index + 1, state: 'rejected', name, problems: row.problems });
      continue;
    }
    seen.add(key);
    const remark = remarkOn(row);
    verdicts.push({ row: index + 1, state: remark === '' ? 'good' : 'doubtful', name, trainer, remark });
  }
  return verdicts;
}
