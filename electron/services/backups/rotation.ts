import type { BackupFile } from '../../../shared/contract/backups.ts';

const kept = { days: 7, weeks: 8, months: 24 } as const;
const dayMilliseconds = 86_400_000;
/** Milliseconds: civil days, weeks and months are the base's own, UTC+8. */
const zone = 8 * 3_600_000;
/** 1970-01-05 was a Monday. */
const mondayOffset = 3;

function periodsOf(createdAt: string): { day: string; week: string; month: string } {
  const instant = Date.parse(createdAt) + zone;
  const day = Math.floor(instant / dayMilliseconds);
  return {
    day: String(day),
    week: String(Math.floor((day + mondayOffset) / 7)),
    month: new Date(instant).toISOString().slice(0, 7),
  };
}

type Rotated = Pick<BackupFile, 'name' | 'createdAt' | 'reason'>;

/**
 * Which backups to delete: of the automatic ones the last of each of 7 days, 8 weeks and 24 months
 * stay, counted over the periods that have one. What a person asked for stays.
 */
export function backupsToDelete<Backup extends Rotated>(backups: readonly Backup[]): Backup[] {
  const automatic = backups
    .filter(({ reason }) => reason !== 'manual')
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const keep = new Set<string>();
  const seen = { day: new Set<string>(), week: new Set<string>(), month: new Set<string>() };
  const limits = { day: kept.days, week: kept.weeks, month: kept.months };
  for (const { name, createdAt } of automatic) {
    const periods = periodsOf(createdAt);
    for (const unit of ['day', 'week', 'month'] as const) {
      if (seen[unit].size >= limits[unit] || seen[unit].has(periods[unit])) continue;
      seen[unit].add(periods[unit]);
      keep.add(name);
    }
  }
  return automatic.filter(({ name }) => !keep.has(name));
}
