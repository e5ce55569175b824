import type { Statistics } from '../domain/base/statistics.ts';

/** More than this in one year is more than a working year has days for. */
export const mostHoursAYear = 600;

/** Why figures can't be true together; empty where they can. Asked before a package is made and where it is received. */
export function contradictionsIn({ totals, by, money, satisfaction }: Statistics): string[] {
  const faults: string[] = [];
  const { people, personTimes, generalHours, professionalHours } = totals;
  if (people > personTimes) faults.push(`培训人数 ${people} 多于人次 ${personTimes}`);
  for (const [name, rows] of Object.entries(by)) {
    const hours = rows.reduce((sum, row) => sum + row.generalHours + row.professionalHours, 0);
    if (hours !== generalHours + professionalHours)
      faults.push(`${name} 各行学时之和 ${hours} 不等于总学时 ${generalHours + professionalHours}`);
    for (const row of rows) {
      if (row.people > people) faults.push(`${name} 的“${row.label}”${row.people} 人，多于总人数 ${people}`);
      if (row.people > row.personTimes) faults.push(`${name} 的“${row.label}”人数多于人次`);
    }
  }
  const sums = [
    ['收费', totals.receivedFen, money.map(({ receivedFen }) => receivedFen)],
    ['退费', totals.refundedFen, money.map(({ refundedFen }) => refundedFen)],
    ['拨款资助', totals.grantedFen, money.map(({ grantedFen }) => grantedFen)],
    ['支出', totals.spentFen, money.map(({ spentFen }) => spentFen)],
  ] as const;
  for (const [label, whole, parts] of sums) {
    if (parts.reduce((sum, part) => sum + part, 0) !== whole) faults.push(`${label}各来源之和不等于合计`);
  }
  if (satisfaction.satisfied > satisfaction.rated) faults.push('满意份数多于评价份数');
  if (totals.closedClasses > 0 && totals.classes === 0 && totals.sessions > 0)
    faults.push('有课次而没有培训班');
  return faults;
}
