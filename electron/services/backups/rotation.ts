import type { BackupFile } from '../../../shared/contract/backups.ts';
import { addDays, civilDateAt } from '../../../shared/domain/base/civil-date.ts';

const kept = { days: 7, weeks: 8, months: 24 } as const;
/** The day, the Monday of the week, and the month that a backup falls into. */
function periodsOf(createdAt: string): { day: string; week: string; month: string } {
  const day = civilDateAt(Date.parse(createdAt));
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return { day, week: addDays(day, -sinceMonday), month: day.slice(0, 7) };
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
