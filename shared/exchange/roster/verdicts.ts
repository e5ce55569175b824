import type { CivilDate } from '../../domain/base/civil-date.ts';
import { identityKey } from '../../domain/people/identity-document.ts';
import { sexes, titleLevels } from '../../domain/people/learner.ts';
import { normalizeName } from '../../domain/people/person-name.ts';
import type { ColumnMapping, RosterField } from './columns.ts';
import type { Grid } from './grid.ts';
import type { RosterHeader } from './header.ts';
import type { CellProblem, RosterPerson } from './roster-person.ts';
import { RowReader, readPerson } from './row-reader.ts';

interface Difference {
  field: RosterField;
  before: string;
  after: string;
}

export type RowVerdict =
  | { row: number; state: 'new'; person: RosterPerson }
  | {
      row: number;
      state: 'same' | 'different';
      person: RosterPerson;
      learnerId: string;
      differences: Difference[];
    }
  | { row: number; state: 'rejected'; name: string; problems: CellProblem[] };

/** Who is known already, by `identityKey`. */
export type KnownLearners = Pick<ReadonlyMap<string, { learnerId: string; person: RosterPerson }>, 'get'>;

const compared = [
  'name',
  'sex',
  'ethnicity',
  'employer',
  'department',
  'titleSeries',
  'title',
  'titleLevel',
  'education',
  'phone',
] as const;

function shown(person: RosterPerson, field: (typeof compared)[number]): string {
  if (field === 'sex') return sexes[person.sex];
  if (field === 'titleLevel') return person.titleLevel === null ? '' : titleLevels[person.titleLevel];
  return person[field];
}

/** What a roster states otherwise than we know it; a blank cell states nothing. */
function differencesBetween(known: RosterPerson, stated: RosterPerson): Difference[] {
  return compared.flatMap((field) => {
    const [before, after] = [shown(known, field), shown(stated, field)];
    return after === '' || after === before ? [] : [{ field, before, after }];
  });
}

/**
 * Judges every row below the header: new, known already (with differences), or rejected with the
 * cells that are wrong. Blank rows, totals and remarks are passed over. Row numbers are the
 * sheet's own, from 1.
 */
export function judgeRoster(
  sheet: Grid,
  header: RosterHeader,
  mapping: ColumnMapping,
  known: KnownLearners,
  today: CivilDate,
): RowVerdict[] {
  const verdicts: RowVerdict[] = [];
  const seenAt = new Map<string, number>();
  const firstRow = Math.max(...header.rows) + 1;
  for (let index = firstRow; index < sheet.rows.length; index += 1) {
    const reader = new RowReader(sheet, header, mapping, index);
    if (reader.isIgnorable()) continue;
    const row = index + 1;
    const person = readPerson(reader, today);
    const key = person && identityKey(person.document);
    const earlier = key === null ? undefined : seenAt.get(key);
    if (earlier !== undefined) reader.refuse('documentNumber', `与第${earlier}行重复`);
    if (person === null || key === null || earlier !== undefined) {
      verdicts.push({
        row,
        state: 'rejected',
        name: normalizeName(reader.cell('name').text),
        problems: reader.problems,
      });
      continue;
    }
    seenAt.set(key, row);
    const match = known.get(key);
    if (!match) {
      verdicts.push({ row, state: 'new', person });
      continue;
    }
    const differences = differencesBetween(match.person, person);
    const state = differences.length === 0 ? 'same' : 'different';
    verdicts.push({ row, state, person, learnerId: match.learnerId, differences });
  }
  return verdicts;
}
