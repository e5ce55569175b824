import type { CivilDate } from '../../domain/civil-date.ts';
import { normalizeEmployerName } from '../../domain/employer.ts';
import { type IdentityDocument, identityKey, readDocument } from '../../domain/identity-document.ts';
import { phone as phoneSchema, type Sex, sexes, type TitleLevel, titleLevels } from '../../domain/learner.ts';
import { normalizeName } from '../../domain/person-name.ts';
import {
  describeDocumentFault,
  hasLostDigits,
  readDocumentKind,
  readPhone,
  readSex,
  readTitleLevel,
  tidyText,
} from './cell-values.ts';
import { type ColumnMapping, type RosterField, rosterFields } from './columns.ts';
import { type Cell, cellAt, type Grid, isBlank, mergeAt, spreadCellAt } from './grid.ts';
import type { RosterHeader } from './header.ts';

/** A person as a roster states one; an empty text states nothing. */
export interface RosterPerson {
  name: string;
  sex: Sex;
  ethnicity: string;
  document: IdentityDocument;
  employer: string;
  department: string;
  titleSeries: string;
  title: string;
  titleLevel: TitleLevel | null;
  education: string;
  phone: string;
}

export interface CellProblem {
  field: RosterField;
  /** The heading as the sheet writes it. */
  column: string;
  reason: string;
}

export interface Difference {
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
export type KnownLearners = ReadonlyMap<string, { learnerId: string; person: RosterPerson }>;

const footer = /^(合计|小计|总计|共计|填表|填报|说明|备注|注[:：]|制表|审核|联系人|单位负责人)/;

class RowReader {
  readonly problems: CellProblem[] = [];
  constructor(
    private readonly sheet: Grid,
    private readonly header: RosterHeader,
    private readonly mapping: ColumnMapping,
    private readonly row: number,
  ) {}

  /** A person's own cells are never read out of a merged range; a 单位 merged down is. */
  cell(field: RosterField): Cell {
    const column = this.mapping[field];
    if (column === undefined) return { text: '' };
    const own = field === 'name' || field === 'documentNumber';
    return own ? cellAt(this.sheet, this.row, column) : spreadCellAt(this.sheet, this.row, column);
  }

  text(field: RosterField): string {
    return tidyText(this.cell(field).text);
  }

  refuse(field: RosterField, reason: string): void {
    const column = this.mapping[field];
    const heading = column === undefined ? undefined : this.header.headings[column];
    this.problems.push({ field, column: heading ?? rosterFields[field].label, reason });
  }

  isIgnorable(): boolean {
    const cells = this.sheet.rows[this.row] ?? [];
    const filled = cells.flatMap((content, column) => (isBlank(content) ? [] : [{ content, column }]));
    const first = filled[0];
    if (!first) return true;
    if (
      filled.some(({ content }) => footer.test(content.text.trim())) &&
      isBlank(this.cell('documentNumber'))
    ) {
      return true;
    }
    if (!isBlank(this.cell('name')) || !isBlank(this.cell('documentNumber'))) return false;
    const merge = mergeAt(this.sheet, this.row, first.column);
    return filled.length === 1 || (merge !== undefined && merge.right - merge.left > 1);
  }
}

function readIdentity(
  reader: RowReader,
  today: CivilDate,
): { document: IdentityDocument; sex: Sex | null } | null {
  const cell = reader.cell('documentNumber');
  if (hasLostDigits(cell)) {
    reader.refuse('documentNumber', '身份证号以数字保存，后几位已丢失');
    return null;
  }
  const kind = readDocumentKind(reader.text('documentKind'), cell.text);
  if (kind === null) {
    reader.refuse('documentKind', `证件类型“${reader.text('documentKind')}”无法识别`);
    return null;
  }
  const reading = readDocument(kind, cell.text, today);
  if (!reading.ok) {
    reader.refuse('documentNumber', describeDocumentFault(reading.fault));
    return null;
  }
  return { document: reading.document, sex: reading.sex };
}

function readStatedSex(reader: RowReader, sexOfDocument: Sex | null): Sex | null {
  const text = reader.text('sex');
  const stated = readSex(text);
  if (stated === null && text !== '') reader.refuse('sex', `性别“${text}”无法识别`);
  else if (stated === null && sexOfDocument === null) reader.refuse('sex', '性别为空');
  else if (stated !== null && sexOfDocument !== null && stated !== sexOfDocument) {
    reader.refuse('sex', '性别与身份证号不符');
  }
  return stated ?? sexOfDocument;
}

function readPerson(reader: RowReader, today: CivilDate): RosterPerson | null {
  const name = normalizeName(reader.cell('name').text);
  if (name === '') reader.refuse('name', '姓名为空');
  const identity = readIdentity(reader, today);
  const sex = identity === null ? null : readStatedSex(reader, identity.sex);
  const levelText = reader.text('titleLevel');
  const titleLevel = levelText === '' ? null : readTitleLevel(levelText);
  if (levelText !== '' && titleLevel === null) {
    reader.refuse('titleLevel', `职称级别“${levelText}”不明确，请写正高、副高、中级、助理级、员级、初级或无`);
  }
  const phone = readPhone(reader.cell('phone').text);
  if (!phoneSchema.safeParse(phone).success) reader.refuse('phone', '联系电话格式不正确');
  if (identity === null || sex === null || reader.problems.length > 0) return null;
  return {
    name,
    sex,
    ethnicity: reader.text('ethnicity'),
    document: identity.document,
    employer: normalizeEmployerName(reader.text('employer')),
    department: reader.text('department'),
    titleSeries: reader.text('titleSeries'),
    title: reader.text('title'),
    titleLevel,
    education: reader.text('education'),
    phone,
  };
}

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
export function differencesBetween(known: RosterPerson, stated: RosterPerson): Difference[] {
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
