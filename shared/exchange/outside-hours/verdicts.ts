import type { CivilDate } from '../../domain/base/civil-date.ts';
import { normalizeName } from '../../domain/people/person-name.ts';
import {
  certificateKeyOf,
  type IssuerKind,
  issuerKinds,
  type OutsideEntry,
  type OutsideEntryDetails,
  outsideEntryDetails,
  type ProofFile,
} from '../../domain/teaching/outside-entry.ts';
import { readWay } from '../../domain/teaching/way.ts';
import { firstIssue } from '../../refusals/first-issue.ts';
import {
  describeOutsideFault,
  findDuplicate,
  outsideFaults,
  outsideWarning,
} from '../../regulation/outside-hours.ts';
import { readDay, readSubjectKind } from '../roster/cell-values.ts';
import { type Grid, isBlank } from '../roster/grid.ts';
import type { SheetHeader } from '../roster/header.ts';
import { SheetRow } from '../roster/sheet-row.ts';
import { type OutsideField, outsideFields } from './columns.ts';

type OutsideInput = OutsideEntryDetails & { proof: ProofFile | null };

export type OutsideVerdict =
  | {
      row: number;
      state: 'good' | 'doubtful' | 'unproven';
      name: string;
      entry: OutsideInput;
      remark: string;
    }
  | { row: number; state: 'rejected'; name: string; problems: string[] };

/** What the sheet is judged against. */
export interface OutsideKnowledge {
  /** The learner whose document or learner number this is; `ambiguous` where a number stands for several. */
  findLearner(number: string): { id: string; name: string } | 'ambiguous' | null;
  nameOf(learnerId: string): string;
  entries: readonly OutsideEntry[];
  /** Scans that were chosen with the sheet, by file name. */
  proofs: ReadonlyMap<string, ProofFile>;
  today: CivilDate;
}

function readIssuerKind(text: string, issuer: string): IssuerKind | null {
  if (text === '') {
    if (issuer.includes('公共服务平台')) return 'platform';
    return issuer.includes('继续教育基地') ? 'otherBase' : 'other';
  }
  const found = (Object.entries(issuerKinds) as [IssuerKind, string][]).filter(
    ([, label]) => label.includes(text) || text.includes(label),
  );
  return found[0]?.[0] ?? (text.includes('平台') ? 'platform' : text.includes('基地') ? 'otherBase' : null);
}

type OutsideRow = SheetRow<OutsideField>;

/** Blank rows and totals are no entries. */
function isIgnorable(row: OutsideRow): boolean {
  return isBlank(row.cell('documentNumber')) && isBlank(row.cell('name'));
}

function readLearnerId(row: OutsideRow, { findLearner }: OutsideKnowledge): string | null {
  const found = findLearner(row.text('documentNumber'));
  if (found === 'ambiguous') row.refuse('documentNumber', '对应到多名学员，请写完整的证件号码');
  else if (found === null) row.refuse('documentNumber', '没有这名学员，请先导入名册');
  else {
    const stated = normalizeName(row.cell('name').text);
    if (stated === '' || stated === found.name) return found.id;
    row.refuse('name', `与登记的姓名“${found.name}”不符`);
  }
  return null;
}

function readEntry(row: OutsideRow, knowledge: OutsideKnowledge): OutsideInput | null {
  const learnerId = readLearnerId(row, knowledge);
  const kind = readSubjectKind(row.text('kind'), 'professional');
  if (kind === null) row.refuse('kind', '请写公需或专业');
  const wayText = row.text('way');
  const way = wayText === '' ? null : readWay(wayText);
  if (wayText !== '' && way === null) row.refuse('way', `“${wayText}”不是第12条的方式，请写一至九`);
  const date = readDay(row.cell('date'));
  if (date === null) row.refuse('date', '日期无法识别，请按 2026-06-18 的格式填写');
  const hours = Number(row.text('hours'));
  const issuer = row.text('issuer');
  const issuerKind = readIssuerKind(row.text('issuerKind'), issuer);
  if (issuerKind === null) row.refuse('issuerKind', `请写${Object.values(issuerKinds).join('、')}`);
  const proofName = row.text('proof');
  const proof = knowledge.proofs.get(proofName) ?? null;
  if (proofName !== '' && proof === null) row.refuse('proof', `没有选中文件“${proofName}”`);
  if (row.problems.length > 0 || !learnerId || !kind || !date || !issuerKind) return null;
  const read = outsideEntryDetails.safeParse({
    learnerId,
    kind,
    way,
    title: row.text('title'),
    issuer,
    issuerKind,
    certificateNumber: row.text('certificateNumber'),
    date,
    hours,
  });
  if (read.success) return { ...read.data, proof };
  const { where, why } = firstIssue(read.error);
  const field = (Object.hasOwn(outsideFields, where) ? where : 'hours') as OutsideField;
  row.refuse(field, field === 'hours' && !Number.isInteger(hours) ? '学时应为整数' : why);
  return null;
}

/**
 * Judges every row below the header: good, doubtful, without a scan (its hours do not count yet), or
 * rejected with what is wrong. A row that repeats another, or a registered entry, is rejected.
 */
export function judgeOutsideHours(
  sheet: Grid,
  header: SheetHeader<OutsideField>,
  knowledge: OutsideKnowledge,
): OutsideVerdict[] {
  const verdicts: OutsideVerdict[] = [];
  const seen: (OutsideEntry & { row?: number })[] = [...knowledge.entries];
  for (let index = Math.max(...header.rows) + 1; index < sheet.rows.length; index += 1) {
    const row = new SheetRow(sheet, header, index, outsideFields);
    if (isIgnorable(row)) continue;
    const number = index + 1;
    const entry = readEntry(row, knowledge);
    const faults = entry ? outsideFaults(entry, knowledge.today).map(describeOutsideFault) : [];
    const duplicate = entry && faults.length === 0 ? findDuplicate(entry, seen) : null;
    if (duplicate) {
      const of = duplicate.other;
      const holder = duplicate.why === 'certificateOfAnother' ? `（${knowledge.nameOf(of.learnerId)}）` : '';
      faults.push(of.row === undefined ? `与已登记的“${of.title}”${holder}重复` : `与第${of.row}行重复`);
    }
    const problems = [...row.problems, ...faults];
    if (entry === null || problems.length > 0) {
      verdicts.push({ row: number, state: 'rejected', name: normalizeName(row.cell('name').text), problems });
      continue;
    }
    seen.push({
      ...entry,
      id: '',
      certificateKey: certificateKeyOf(entry),
      unprovenDate: null,
      at: '',
      by: '',
      row: number,
    });
    const warning = outsideWarning(entry);
    const state = entry.proof === null ? 'unproven' : warning ? 'doubtful' : 'good';
    const remark = [
      ...(entry.proof === null ? ['没有证明文件，补上之前不计学时'] : []),
      ...(warning ? [warning] : []),
    ];
    verdicts.push({
      row: number,
      state,
      name: knowledge.nameOf(entry.learnerId),
      entry,
      remark: remark.join('；'),
    });
  }
  return verdicts;
}
