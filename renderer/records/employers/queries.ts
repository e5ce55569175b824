import type { CivilDate } from '../../../shared/domain/base/civil-date.ts';
import type { Employer } from '../../../shared/domain/people/employer.ts';
import { countStates, type StateCounts } from '../../../shared/regulation/employer-standing.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { employerYears } from '../yearly-hours/queries.ts';

/** Employer names by id; a base has hundreds, so they are read whole. */
export async function employerNames(database: BaseDatabase): Promise<Map<string, string>> {
  const employers = await database.rows.employers.toArray();
  return new Map(employers.map((employer) => [employer.id, employer.name]));
}

/** Every employer by name, with how many learners work there. */
export async function employersWithPeople(
  database: BaseDatabase,
): Promise<(Employer & { people: number })[]> {
  const { employers, learners } = database.rows;
  const rows = await employers.toArray();
  const people = await Promise.all(rows.map(({ id }) => learners.where('employerId').equals(id).count()));
  return rows
    .map((row, index) => ({ ...row, people: people[index] ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

export interface EmployerInYear extends Employer {
  people: number;
  states: StateCounts;
}

/** Every employer by name with how its people stand in a civil year, from counts alone. */
export async function employersInYear(
  database: BaseDatabase,
  year: number,
  today: CivilDate,
): Promise<EmployerInYear[]> {
  const [listed, years] = await Promise.all([employersWithPeople(database), employerYears(database, year)]);
  return listed.map((employer) => ({
    ...employer,
    states: countStates(years.get(employer.id), employer.people, year, today),
  }));
}

/** One employer's name, for forms that begin with it. */
export async function readEmployerName(database: BaseDatabase, employerId: string | null): Promise<string> {
  return employerId === null ? '' : ((await database.rows.employers.get(employerId))?.name ?? '');
}
