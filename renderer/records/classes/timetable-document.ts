import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate, chineseWeekday } from '../../../shared/domain/base/civil-date.ts';
import { type TrainingClass, teachingModes } from '../../../shared/domain/teaching/class.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import { countCreditHours } from '../../../shared/regulation/credit-hours.ts';

const columns = [
  ['次', 5, 'right'],
  ['日期', 21, 'left'],
  ['时间', 14, 'left'],
  ['科目', 7, 'left'],
  ['内容', 25, 'left'],
  ['授课教师', 12, 'left'],
  ['地点', 16, 'left'],
] as const;

function cellsOf(session: Session, index: number): string[] {
  return [
    String(index + 1),
    `${chineseDate(session.date)} ${chineseWeekday(session.date)}`,
    `${session.startTime}–${session.endTime}`,
    subjectKinds[session.subjectKind].slice(0, 2),
    `${session.makesUpFor ? '【补课】' : ''}${session.topic}`,
    session.trainerName,
    session.mode === 'remote' ? teachingModes.remote : session.place,
  ];
}

/** A class's timetable for paper: to hand out and to put on the door. */
export function timetableDocument(
  baseName: string,
  of: TrainingClass,
  sessions: readonly Session[],
  today: string,
): PrintedDocument {
  const { general, professional, total } = countCreditHours(sessions, new Set(sessions.map(({ id }) => id)));
  const title = `${of.title} 课程表`;
  const facts = [
    `班号：${of.number}`,
    `主办：${of.organiser}`,
    ...(of.contractor ? [`承办：${of.contractor}`] : []),
    ...(of.responsibleTeacher ? [`班主任：${of.responsibleTeacher}`] : []),
    `全勤可得 ${total} 学时（公需 ${general}、专业 ${professional}）`,
  ];
  return {
    title,
    author: baseName,
    footer: `${baseName}　${title}`,
    createdOn: today,
    landscape: false,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'paragraph', text: facts.join('　'), indented: false },
      {
        kind: 'table',
        columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
        rows: sessions.map(cellsOf),
        hasTotal: false,
      },
    ],
  };
}
