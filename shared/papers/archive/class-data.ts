import type { NamedSheet } from '../../contract/archives.ts';
import { closedOn } from '../../domain/teaching/class.ts';
import { textRows } from '../table.ts';
import type { ClassRecord } from './class-record.ts';
import { chargesTable, fundsTable } from './money-tables.ts';
import {
  attendanceTable,
  certificatesTable,
  resultsTable,
  rosterTable,
  sessionsTable,
  trainersTable,
} from './record-tables.ts';

const tables = [
  rosterTable,
  sessionsTable,
  attendanceTable,
  trainersTable,
  resultsTable,
  certificatesTable,
  chargesTable,
  fundsTable,
];

/** A class's data as sheets that anybody can open. */
export function classData(record: ClassRecord): NamedSheet[] {
  const { of, base } = record;
  const about: NamedSheet = {
    name: '培训班',
    rows: [
      ['项目', '内容'],
      ['班号', of.number],
      ['名称', of.title],
      ['内容', of.content],
      ['主办', of.organiser],
      ['承办', of.contractor],
      ['委托', of.commissioner],
      ['班主任', of.responsibleTeacher],
      ['开始', of.startDate ?? ''],
      ['结束', of.endDate ?? ''],
      ['结班', closedOn(of) ?? ''],
      ['基地', base.profile.name],
    ],
  };
  const sheets = tables.map((tableOf): NamedSheet => {
    const table = tableOf(record);
    return { name: table.name, rows: textRows(table) };
  });
  return [about, ...sheets];
}
