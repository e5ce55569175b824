import type { CivilDate } from '../../../shared/domain/base/civil-date.ts';
import {
  type EmployerYear,
  type KindHours,
  type LearnerYear,
  yearKey,
} from '../../../shared/domain/teaching/ledger.ts';
import {
  countStates,
  type StateCounts,
  sumEmployerYears,
} from '../../../shared/regulation/employer-standing.ts';
import { type YearlyState, yearlyStateOn } from '../../../shared/regulation/yearly-requirement.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';

/** Beyond every id. */
const afterAll = '\uffff';

/** Every employer's counts of a civil year, by employer; one row an employer, no line is read. */
export async function employerYears(
  database: BaseDatabase,
  year: number,
): Promise<Map<string, EmployerYear>> {
  const prefix = yearKey(year, '');
  const rows = await database.rows.employerYears
    .where('id')
    .between(prefix, prefix + afterAll)
    .toArray();
  return new Map(rows.map((row) => [row.employerId, row]));
}

export interface BaseYear {
  people: number;
  states: StateCounts;
  months: Record<string, KindHours>;
  hours: number;
}

/** How the base's learners stand in a civil year (第11条), from the counts alone. */
export async function baseYear(database: BaseDatabase, year: number, today: CivilDate): Promise<BaseYear> {
  const [years, people] = await Promise.all([employerYears(database, year), database.rows.learners.count()]);
  const sum = sumEmployerYears([...years.values()]);
  const hours = Object.values(sum.months).reduce(
    (total, { general, professional }) => total + general + professional,
    0,
  );
  return { people, states: countStates(sum, people, year, today), months: sum.months, hours };
}

export interface LearnerStanding {
  learner: LearnerRow;
  hours: KindHours;
  metOn: LearnerYear['metOn']['all'];
  state: YearlyState;
}

/**
 * Everybody who works for one employer, with the year's sums, by name.
 * @param employerId null for everybody the base knows
 */
export async function standingsOf(
  database: BaseDatabase,
  employerId: string | null,
  year: number,
  today: CivilDate,
): Promise<LearnerStanding[]> {
  const { learners: all } = database.rows;
  const learners = await (employerId === null ? all : all.where('employerId').equals(employerId)).toArray();
  const years = await database.rows.learnerYears.bulkGet(learners.map(({ id }) => yearKey(year, id)));
  return learners
    .map((learner, index): LearnerStanding => {
      const { general = 0, professional = 0, metOn } = years[index] ?? {};
      const hours = { general, professional };
      return { learner, hours, metOn: metOn?.all ?? null, state: yearlyStateOn(hours, year, today) };
    })
    .sort((a, b) => a.learner.name.localeCompare(b.learner.name, 'zh-CN'));
}
