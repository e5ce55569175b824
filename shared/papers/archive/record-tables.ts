import { certificateStates } from '../../domain/certificates/certificate.ts';
import { sexes, titleLevels } from '../../domain/people/learner.ts';
import { employments, origins } from '../../domain/people/trainer.ts';
import { describeResult, type LearnerAssessment } from '../../domain/teaching/assessment.ts';
import { attendanceStatuses } from '../../domain/teaching/attendance.ts';
import { subjectKinds } from '../../domain/teaching/course.ts';
import { placeText, topicText } from '../../domain/teaching/session.ts';
import { trainersOf } from '../../regulation/timetable-conflict.ts';
import { numbered, type PaperTable } from '../table.ts';
import type { ClassRecord } from './class-record.ts';

/** A table of a class's record: printed into the volume, and a sheet of its data. */
export interface RecordTable extends PaperTable {
  name: string;
}

/** Who learned (第10条). */
export function rosterTable({ members }: ClassRecord): RecordTable {
  return {
    name: '学员名册',
    columns: [
      ['序号', 6, 'right'],
      ['姓名', 12, 'left'],
      ['性别', 6, 'center'],
      ['证件', 30, 'left'],
      ['工作单位', 28, 'left'],
      ['职称', 14, 'left'],
      ['级别', 8, 'left'],
    ],
    rows: numbered(
      members.map(({ learner, employerName, document }) => [
        learner.name,
        sexes[learner.sex],
        document,
        employerName,
        learner.title,
        titleLevels[learner.titleLevel],
      ]),
    ),
  };
}

/** When, what, by whom, where. */
export function sessionsTable({ sessions }: ClassRecord): RecordTable {
  return {
    name: '课次',
    columns: [
      ['序号', 6, 'right'],
      ['日期', 13, 'left'],
      ['时间', 14, 'left'],
      ['科目', 10, 'left'],
      ['授课内容', 26, 'left'],
      ['授课教师', 14, 'left'],
      ['地点', 16, 'left'],
      ['计学时', 12, 'left'],
    ],
    rows: numbered(
      sessions.map((session) => [
        session.date,
        `${session.startTime}–${session.endTime}`,
        subjectKinds[session.subjectKind],
        topicText(session),
        session.trainerName,
        placeText(session),
        session.counting === 'halfDay' ? '半天' : `${session.minutes} 分钟`,
      ]),
    ),
  };
}

/** Every mark, a column a session; a dash where a late joiner was not in the class yet. */
export function attendanceTable({ members, sessions, attendance }: ClassRecord): RecordTable {
  return {
    name: '考勤',
    columns: [
      ['序号', 4, 'right'],
      ['姓名', 9, 'left'],
      ...sessions.map(({ date }) => [date.slice(5), 5, 'center'] as const),
      ['出勤', 6, 'right'],
      ['公需', 5, 'right'],
      ['专业', 5, 'right'],
    ],
    rows: numbered(
      members.map(({ learner, verdict }) => [
        learner.name,
        ...sessions.map(({ id }) => {
          const mark = attendance.get(id)?.marks[learner.id];
          return mark ? attendanceStatuses[mark.status] : '—';
        }),
        verdict ? `${verdict.rate.attended}/${verdict.rate.planned}` : '',
        verdict?.hours.general ?? '',
        verdict?.hours.professional ?? '',
      ]),
    ),
  };
}

function resultsOf(assessment: LearnerAssessment | undefined): [string, string] {
  return [
    assessment ? describeResult(assessment.first.result) : '',
    assessment?.makeUp ? describeResult(assessment.makeUp.result) : '',
  ];
}

/** First and make-up results (第10条). */
export function resultsTable({ members, assessment }: ClassRecord): RecordTable {
  return {
    name: '考核成绩',
    columns: [
      ['序号', 8, 'right'],
      ['姓名', 20, 'left'],
      ['工作单位', 40, 'left'],
      ['成绩', 16, 'right'],
      ['补考', 16, 'right'],
    ],
    rows: numbered(
      members.map(({ learner, employerName }) => [
        learner.name,
        employerName,
        ...resultsOf(assessment?.results[learner.id]),
      ]),
    ),
  };
}

/** Every certificate of the class with its state (第22条). */
export function certificatesTable({ certificates }: ClassRecord): RecordTable {
  return {
    name: '证书登记',
    columns: [
      ['序号', 6, 'right'],
      ['证书编号', 24, 'left'],
      ['姓名', 12, 'left'],
      ['公需', 7, 'right'],
      ['专业', 7, 'right'],
      ['成绩', 10, 'left'],
      ['发证日期', 14, 'left'],
      ['状态', 20, 'left'],
    ],
    rows: numbered(
      certificates.map(({ number, snapshot, state, voided, replacedBy }) => [
        number,
        snapshot.learnerName,
        snapshot.generalHours,
        snapshot.professionalHours,
        snapshot.result,
        snapshot.issueDate,
        [certificateStates[state], voided?.reason, replacedBy && `新证 ${replacedBy}`]
          .filter(Boolean)
          .join('，'),
      ]),
    ),
  };
}

/** Who taught: of the roster with employer and title, others by name. */
export function trainersTable({ sessions, trainers, scores }: ClassRecord): RecordTable {
  const known = new Set(trainers.flatMap(({ name, formerNames }) => [name, ...formerNames]));
  const others = [...new Set(sessions.flatMap(trainersOf))].filter((name) => !known.has(name));
  const blank = (name: string) => [name, '', '', '', '', '', ''];
  const rows = [
    ...trainers.map((trainer) => {
      const score = scores.find(({ trainerId }) => trainerId === trainer.id);
      return [
        trainer.name,
        employments[trainer.employment],
        origins[trainer.origin],
        trainer.employerName,
        trainer.title,
        trainer.certificates.map(({ title }) => title).join('、'),
        score ? `${score.score.toFixed(1)}（${score.answers} 人）` : '',
      ];
    }),
    ...others.map(blank),
  ];
  return {
    name: '授课教师',
    columns: [
      ['序号', 6, 'right'],
      ['姓名', 11, 'left'],
      ['专兼职', 8, 'left'],
      ['区内外', 8, 'left'],
      ['工作单位', 26, 'left'],
      ['职称', 13, 'left'],
      ['资格证书', 16, 'left'],
      ['学员评分', 13, 'left'],
    ],
    rows: numbered(rows),
  };
}
