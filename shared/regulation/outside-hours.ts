import { type CivilDate, civilYear } from '../domain/base/civil-date.ts';
import type { OutsideEntry, OutsideEntryDetails } from '../domain/teaching/outside-entry.ts';
import { certificateKeyOf } from '../domain/teaching/outside-entry.ts';
import { creditHoursPerHalfDay } from './credit-hours.ts';

export type OutsideFault =
  | 'inFuture'
  | 'professionalWithoutWay'
  | 'generalWithWay'
  | 'generalFromOther'
  | 'generalWithoutNumber';

const faults: Record<OutsideFault, string> = {
  inFuture: '完成日期还没有到',
  professionalWithoutWay: '专业科目学时要写明第12条的哪一种方式',
  generalWithWay: '第12条的方式只计专业科目学时；公需科目学时不写方式',
  generalFromOther: '公需科目学时只认其他基地或公共服务平台的证明',
  generalWithoutNumber: '公需科目学时要有证明编号',
};

/**
 * What the measures have against an outside entry (第12条): the nine ways count as professional hours
 * only; general hours enter by another base's or the public platform's certificate, with its number.
 */
export function outsideFaults(details: OutsideEntryDetails, today: CivilDate): OutsideFault[] {
  const { kind, way, issuerKind, certificateNumber, date } = details;
  const found: OutsideFault[] = [];
  if (date > today) found.push('inFuture');
  if (kind === 'professional') return way === null ? [...found, 'professionalWithoutWay'] : found;
  if (way !== null) found.push('generalWithWay');
  if (issuerKind === 'other') found.push('generalFromOther');
  if (certificateNumber.trim() === '') found.push('generalWithoutNumber');
  return found;
}

export function describeOutsideFault(fault: OutsideFault): string {
  return faults[fault];
}

/** Ways that are visits, practice and lectures: 第10条 counts them by half days. */
const halfDayWays: readonly unknown[] = [3, 7];

/** What deserves a second look, though nothing forbids it; null where nothing does. */
export function outsideWarning({ way, hours, date }: OutsideEntryDetails): string | null {
  if (halfDayWays.includes(way) && hours % creditHoursPerHalfDay !== 0) {
    return `考察、讲座等每半天计 4 学时（第10条），${hours} 不是 4 的倍数，请核对证明`;
  }
  if (date < '2017-02-01') return `${civilYear(date)} 年在办法施行之前（第35条），只作历史记录`;
  return null;
}

type Known = Pick<OutsideEntry, 'id' | 'learnerId' | 'title' | 'date' | 'kind' | 'certificateKey' | 'proof'>;

export type Duplicate<Entry> =
  | { why: 'sameCertificate' | 'sameEvent' | 'sameProof'; other: Entry }
  | { why: 'certificateOfAnother'; other: Entry };

function tidyTitle(title: string): string {
  return title.normalize('NFKC').replace(/\s/g, '');
}

/**
 * The entry that proves the same already: the same certificate (whoever holds it), the same person's
 * scan of the same kind, or the same person's same event on the same day. A list of names may prove
 * several persons' hours, so a scan alone is no duplicate among different people; one certificate may
 * state hours of both kinds.
 */
export function findDuplicate<Entry extends Known>(
  details: OutsideEntryDetails & { proof: OutsideEntry['proof'] },
  known: readonly Entry[],
): Duplicate<Entry> | null {
  const key = certificateKeyOf(details);
  for (const other of known) {
    const isSamePerson = other.learnerId === details.learnerId;
    if (key !== '' && other.certificateKey === key) {
      if (!isSamePerson) return { why: 'certificateOfAnother', other };
      if (other.kind === details.kind) return { why: 'sameCertificate', other };
    }
    if (!isSamePerson || other.kind !== details.kind) continue;
    if (other.date === details.date && tidyTitle(other.title) === tidyTitle(details.title)) {
      return { why: 'sameEvent', other };
    }
    if (details.proof !== null && other.proof?.hash === details.proof.hash)
      return { why: 'sameProof', other };
  }
  return null;
}
