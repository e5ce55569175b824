import { chineseDate, chinesePeriod } from '../base/civil-date.ts';
import type { CertificateStatement } from './certificate.ts';

function hoursPhrase({ years, generalHours, professionalHours }: CertificateStatement): string {
  const total = `共计${generalHours + professionalHours}学时，其中公需科目${generalHours}学时、专业科目${professionalHours}学时`;
  if (years.length < 2) return total;
  const byYear = years.map(
    ({ year, general, professional }) => `${year}年度公需${general}学时、专业${professional}学时`,
  );
  return `${total}（${byYear.join('；')}）`;
}

/** What a design can say of a certificate, by the name it says it under. */
export const certificateFields = {
  姓名: (of) => of.learnerName,
  证件类型: (of) => of.documentKind,
  证件号码: (of) => of.documentNumber,
  工作单位: (of) => of.employerName,
  班名: (of) => of.classTitle,
  班号: (of) => of.classNumber,
  培训时间: (of) => chinesePeriod(of.startDate, of.endDate),
  总学时: (of) => String(of.generalHours + of.professionalHours),
  公需学时: (of) => String(of.generalHours),
  专业学时: (of) => String(of.professionalHours),
  学时说明: hoursPhrase,
  考核结果: (of) => of.result,
  证书编号: (of) => of.number,
  替代编号: (of) => of.replaces ?? '',
  发证日期: (of) => chineseDate(of.issueDate),
  基地名称: (of) => of.baseName,
  批准文号: (of) => of.approvalNumber,
  蒙古文姓名: (of) => of.mongolianName,
  蒙古文基地名称: (of) => of.mongolianBaseName,
} as const satisfies Record<string, (of: CertificateStatement) => string>;
type CertificateField = keyof typeof certificateFields;

const fieldPattern = /\{([^{}]+)\}/g;

/** The names in braces that are no field. */
export function unknownFieldsIn(text: string): string[] {
  return [...text.matchAll(fieldPattern)]
    .map(([, name = '']) => name)
    .filter((name) => !Object.hasOwn(certificateFields, name));
}

/** Whether a text is the same on every certificate of one base. */
export function isFixedText(text: string): boolean {
  return [...text.matchAll(fieldPattern)].every(([, name]) =>
    ['基地名称', '批准文号', '蒙古文基地名称'].includes(name ?? ''),
  );
}

function fieldValue(name: string, of: CertificateStatement): string {
  return Object.hasOwn(certificateFields, name) ? certificateFields[name as CertificateField](of) : '';
}

/** The text without the parts in `[[…]]` that have a field which is empty. */
function withoutEmptyParts(text: string, of: CertificateStatement): string {
  return text.replaceAll(/\[\[(.*?)\]\]/gs, (_, part: string) => {
    const fields = [...part.matchAll(fieldPattern)].map(([, name = '']) => fieldValue(name, of));
    return fields.some((value) => value === '') ? '' : part;
  });
}

function withFields(text: string, of: CertificateStatement): string {
  return text.replaceAll(fieldPattern, (_, name: string) => fieldValue(name, of));
}

/** A text with its fields filled in; a part in `[[…]]` whose field is empty is left out. */
export function filledText(text: string, of: CertificateStatement): string {
  return withFields(withoutEmptyParts(text, of), of);
}

/** A stretch of a text set in one way. */
export interface MarkedText {
  text: string;
  bold: boolean;
  larger: boolean;
}

/**
 * The same, split at its marks: `**…**` bold, `++…++` bold and larger. Marks are the design's own: what a field
 * says is never taken for one, as the stars of a masked number might be.
 */
export function filledMarks(text: string, of: CertificateStatement): MarkedText[] {
  return withoutEmptyParts(text, of)
    .split(/(\*\*.+?\*\*|\+\+.+?\+\+)/s)
    .filter((part) => part !== '')
    .map((part) => {
      const mark = /^(\*\*|\+\+)(.+)\1$/s.exec(part);
      return mark?.[2] === undefined
        ? { text: withFields(part, of), bold: false, larger: false }
        : { text: withFields(mark[2], of), bold: true, larger: mark[1] === '++' };
    });
}

/** Marked text paragraph by paragraph. */
export function paragraphsOf(marked: readonly MarkedText[]): MarkedText[][] {
  const paragraphs: MarkedText[][] = [[]];
  for (const part of marked) {
    for (const [index, line] of part.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ ...part, text: line });
    }
  }
  return paragraphs;
}
