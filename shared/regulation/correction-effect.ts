import type { CertificateSnapshot, YearHours } from '../domain/certificates/certificate.ts';
import { describeResult } from '../domain/teaching/assessment.ts';
import { type CertificateCase, type CertificateVerdict, certificateVerdict } from './certificate-verdict.ts';

interface YearEffect {
  year: number;
  before: YearHours;
  after: YearHours;
}

export interface CorrectionEffect {
  /** Years whose hours become others. */
  years: YearEffect[];
  before: CertificateVerdict;
  after: CertificateVerdict;
  /** Why the certificate in force does not state the truth any more; null where it does, or there is none. */
  certificateWrong: string | null;
}

/** The result as certificates print it. */
export function printedResult(result: CertificateCase['result']): string {
  const text = result ? describeResult(result) : '';
  return text === '合格' ? text : `${text}（合格）`;
}

type Stated = Pick<CertificateSnapshot, 'years' | 'generalHours' | 'professionalHours' | 'result'>;

function whatIsWrong(stated: Stated, verdict: CertificateVerdict, result: CertificateCase['result']) {
  if (!verdict.eligible) return '不再符合发证条件';
  const { general, professional, years } = verdict.hours;
  const isSameHours =
    stated.generalHours === general &&
    stated.professionalHours === professional &&
    stated.years.length === years.length &&
    stated.years.every((row, index) => {
      const now = years[index];
      return now?.year === row.year && now.general === row.general && now.professional === row.professional;
    });
  if (!isSameHours) return '学时有变';
  return stated.result === printedResult(result) ? null : '考核结果有变';
}

function yearsThatChange(before: readonly YearHours[], after: readonly YearHours[]): YearEffect[] {
  const years = [...new Set([...before, ...after].map(({ year }) => year))].sort();
  const none = (year: number) => ({ year, general: 0, professional: 0 });
  return years
    .map((year) => ({
      year,
      before: before.find((row) => row.year === year) ?? none(year),
      after: after.find((row) => row.year === year) ?? none(year),
    }))
    .filter(
      (row) => row.before.general !== row.after.general || row.before.professional !== row.after.professional,
    );
}

/**
 * What a correction does before it is done (第22条: proof is given truthfully): whose hours become
 * others in which year, whether a certificate could be issued before and after, and whether the one
 * in force has to be replaced. The certificate itself is no reason against either verdict.
 * @param stated what the certificate in force says; null where there is none
 */
export function correctionEffect(
  before: CertificateCase,
  after: CertificateCase,
  stated: Stated | null,
): CorrectionEffect {
  const was = certificateVerdict({ ...before, issuedNumber: null });
  const is = certificateVerdict({ ...after, issuedNumber: null });
  return {
    years: yearsThatChange(was.hours.years, is.hours.years),
    before: was,
    after: is,
    certificateWrong: stated && whatIsWrong(stated, is, after.result),
  };
}
