import { addDays, type CivilDate, isCivilDate } from '../../domain/base/civil-date.ts';
import {
  type DocumentFault,
  type DocumentKind,
  documentKinds,
  inferDocumentKind,
  tidyDocumentNumber,
} from '../../domain/people/identity-document.ts';
import { type Sex, type TitleLevel, titleLevels } from '../../domain/people/learner.ts';
import type { SubjectKind } from '../../domain/teaching/course.ts';
import type { Cell } from './grid.ts';

/** Plain text of a cell: full-width forms narrowed, edges and invisible characters gone. */
export function tidyText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^'/, '')
    .trim();
}

/** 男, 男性, 1, M and their like (GB/T 2261.1); null where the cell says neither. */
export function readSex(text: string): Sex | null {
  const tidy = tidyText(text).toLowerCase();
  if (['男', '男性', '1', 'm', 'male'].includes(tidy)) return 'male';
  if (['女', '女性', '2', 'f', 'female'].includes(tidy)) return 'female';
  return null;
}

const levelSynonyms: Record<string, TitleLevel> = {
  正高级: 'senior',
  副高级: 'associateSenior',
  中级职称: 'intermediate',
  初级职称: 'junior',
  助理: 'assistant',
  员: 'technician',
  无职称: 'none',
  未评: 'none',
};

/** A title level as sheets write it; null where it is unknown, as 高级 is: it may be 正高 or 副高. */
export function readTitleLevel(text: string): TitleLevel | null {
  const tidy = tidyText(text);
  const exact = (Object.entries(titleLevels) as [TitleLevel, string][]).find(([, label]) => label === tidy);
  return exact?.[0] ?? levelSynonyms[tidy] ?? null;
}

export function readPhone(text: string): string {
  return tidyText(text)
    .replace(/\s/g, '')
    .replace(/^\+?86-?(?=1\d{10}$)/, '');
}

/** The document kind a cell names; null where it names none we know. */
export function readDocumentKind(text: string, number: string): DocumentKind | null {
  const tidy = tidyText(text);
  if (tidy === '' || tidy === '身份证') return inferDocumentKind(number);
  const entries = Object.entries(documentKinds) as [DocumentKind, string][];
  return entries.find(([, label]) => label === tidy)?.[0] ?? null;
}

/** Whether the file kept a number in place of the digits: 18 digits have then lost their last three. */
export function hasLostDigits(cell: Cell): boolean {
  if (cell.number !== undefined) return Math.abs(cell.number) >= 1e15;
  return /^\d(\.\d+)?E\+?\d+$/i.test(tidyDocumentNumber(cell.text));
}

const documentFaults: Record<DocumentFault, string> = {
  empty: '身份证号为空',
  length: '身份证号长度错误',
  characters: '身份证号含有不应出现的字符',
  birthDate: '身份证号出生日期无效',
  checkDigit: '身份证号校验位错误',
  format: '证件号码与证件类型不符',
};

/** A document fault as the person with the sheet reads it. */
export function describeDocumentFault(fault: DocumentFault): string {
  return documentFaults[fault];
}

/** 公需…, 专业… (第9条); what a blank cell means is the sheet's own; null where it says neither. */
export function readSubjectKind(text: string, whenBlank: SubjectKind): SubjectKind | null {
  if (text === '') return whenBlank;
  if (text.startsWith('公需')) return 'general';
  return text.startsWith('专业') ? 'professional' : null;
}

/** Day zero of spreadsheets, off by their leap year of 1900. */
const spreadsheetEpoch = '1899-12-30';

/** A day as sheets write it: 2026-6-18, 2026.06.18, 20260618, 2026年6月18日 or a serial number. */
export function readDay(cell: Cell): CivilDate | null {
  const tidy = tidyText(cell.text);
  const parts = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(tidy) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(tidy);
  if (parts) {
    const [, year = '', month = '', day = ''] = parts;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCivilDate(date) ? date : null;
  }
  const serial = Number(tidy);
  return Number.isInteger(serial) && serial > 20_000 && serial < 80_000
    ? addDays(spreadsheetEpoch, serial)
    : null;
}
