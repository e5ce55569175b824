import type { PrintedDocument } from '../../contract/printed-document.ts';
import { type CivilDate, chineseDate, chineseWeekday } from '../../domain/base/civil-date.ts';
import type { TrainingClass } from '../../domain/teaching/class.ts';
import { shortSubject } from '../../domain/teaching/course.ts';
import { placeText, type Session, topicText } from '../../domain/teaching/session.ts';
import { countCreditHours } from '../../regulation/credit-hours.ts';
import { paragraph, title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { numbered, tableBlock } from '../table.ts';

const columns = [
  ['次', 5, 'right'],
  ['日期', 21, 'left'],
  ['时间', 14, 'left'],
  ['科目', 7, 'left'],
  ['内容', 25, 'left'],
  ['授课教师', 12, 'left'],
  ['地点', 16, 'left'],
] as const;

function cellsOf(session: Session): string[] {
  return [
    `${chineseDate(session.date)} ${chineseWeekday(session.date)}`,
    `${session.startTime}–${session.endTime}`,
    shortSubject(session.subjectKind),
    topicText(session),
    session.trainerName,
    placeText(session),
  ];
}

/** A class's timetable for paper: to hand out and to put on the door. */
export function timetablePaper(
  issuer: string,
  of: TrainingClass,
  sessions: readonly Session[],
  today: CivilDate,
): PrintedDocument {
  const { general, professional, total } = countCreditHours(sessions, new Set(sessions.map(({ id }) => id)));
  const name = `${of.title} 课程表`;
  return paper({ issuer, name, on: today }, [
    title(name),
    paragraph(
      inLine(
        `班号：${of.number}`,
        `主办：${of.organiser}`,
        of.contractor ? `承办：${of.contractor}` : '',
        of.responsibleTeacher && `班主任：${of.responsibleTeacher}`,
        `全勤可得 ${total} 学时（公需 ${general}、专业 ${professional}）`,
      ),
    ),
    tableBlock({ columns, rows: numbered(sessions.map(cellsOf)) }),
  ]);
}
