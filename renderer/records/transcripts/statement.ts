import type { Base } from '../../../shared/domain/base/base.ts';
import { chineseDate, chinesePeriod } from '../../../shared/domain/base/civil-date.ts';
import type { TranscriptLine, TranscriptSnapshot } from '../../../shared/domain/certificates/transcript.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { type LedgerLine, yearKey } from '../../../shared/domain/teaching/ledger.ts';
import { describeWay } from '../../../shared/domain/teaching/way.ts';
import {
  describeShortfall,
  requiredHours,
  yearlyStanding,
} from '../../../shared/regulation/yearly-requirement.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import { mustGet } from '../lookups.ts';
import { statedDocument } from '../sealing/snapshots.ts';

/** A line of the ledger in words, with what shows it. */
export interface StatedLine extends TranscriptLine {
  firstDate: string;
}

async function stateLine(database: BaseDatabase, line: LedgerLine): Promise<StatedLine> {
  const hours = { general: 0, professional: 0, [line.kind]: line.hours };
  const kind = line.way === null ? subjectKinds[line.kind] : describeWay(line.way);
  if (line.source.kind === 'outside') {
    const entry = await mustGet(database, 'outsideEntries', line.source.entryId, '外部学时');
    const evidence = [entry.issuer, entry.certificateNumber].filter((text) => text !== '').join(' ');
    return {
      period: chineseDate(entry.date),
      title: entry.title,
      kind,
      evidence,
      firstDate: entry.date,
      ...hours,
    };
  }
  const of = await mustGet(database, 'classes', line.source.classId, '培训班');
  const dates = Object.values(line.source.sessions)
    .map(({ date }) => date)
    .sort();
  const [firstDate = '', lastDate = ''] = [dates[0], dates.at(-1)];
  return {
    period: chinesePeriod(firstDate, lastDate),
    title: of.title,
    kind,
    evidence: `本基地 班号 ${of.number}`,
    firstDate,
    ...hours,
  };
}

/** Where one learner's hours of a civil year come from, in the order of their days. */
export async function linesOfYear(
  database: BaseDatabase,
  learnerId: string,
  year: number,
): Promise<StatedLine[]> {
  const lines = await database.rows.ledger.where('learnerId').equals(learnerId).toArray();
  const stated = await Promise.all(
    lines.filter((line) => line.year === year).map((line) => stateLine(database, line)),
  );
  return stated.sort(
    (a, b) => a.firstDate.localeCompare(b.firstDate) || a.title.localeCompare(b.title, 'zh-CN'),
  );
}

export interface Statement {
  base: Base;
  learner: LearnerRow;
  employerName: string;
  year: number;
  number: string;
  today: string;
}

function standingInWords(hours: { general: number; professional: number }): string {
  const standing = yearlyStanding(hours);
  const demand = `办法第十一条要求每年不少于 ${requiredHours.total} 学时（公需 ${requiredHours.general}、专业 ${requiredHours.professional}）`;
  return standing.met
    ? `${demand}，已达到。`
    : `${demand}，截至开具之日本基地登记的学时尚差：${describeShortfall(standing)} 学时。`;
}

/** All that a transcript of one civil year states, as of now. */
export async function snapshotOf(database: BaseDatabase, about: Statement): Promise<TranscriptSnapshot> {
  const { base, learner, employerName, year, number, today } = about;
  const [lines, sum] = await Promise.all([
    linesOfYear(database, learner.id, year),
    database.rows.learnerYears.get(yearKey(year, learner.id)),
  ]);
  const { general = 0, professional = 0 } = sum ?? {};
  return {
    number,
    baseName: base.profile.name,
    approvalNumber: base.profile.approvalNumber,
    learnerName: learner.name,
    ...statedDocument(database.vault, learner, base.settings),
    employerName,
    year,
    lines: lines.map(({ firstDate: _, ...line }) => line),
    general,
    professional,
    standing: standingInWords({ general, professional }),
    issueDate: today,
  };
}
