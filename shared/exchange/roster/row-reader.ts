import type { CivilDate } from '../../domain/base/civil-date.ts';
import { normalizeEmployerName } from '../../domain/people/employer.ts';
import { type IdentityDocument, readDocument } from '../../domain/people/identity-document.ts';
import { phone as phoneSchema, type Sex } from '../../domain/people/learner.ts';
import { normalizeName } from '../../domain/people/person-name.ts';
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
import type { CellProblem, RosterPerson } from './roster-person.ts';

const footer = /^(合计|小计|总计|共计|填表|填报|说明|备注|注[:：]|制表|审核|联系人|单位负责人)/;

/** One row of a roster, its cells by field; notes what is wrong with them. */
export class RowReader {
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

  /** Blank rows, totals and remarks are no people. */
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

/** The person a row states; null, with problems noted, where it does not state one rightly. */
export function readPerson(reader: RowReader, today: CivilDate): RosterPerson | null {
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
