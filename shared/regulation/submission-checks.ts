import type { CivilDate } from '../domain/base/civil-date.ts';
import type { Statistics } from '../domain/base/statistics.ts';
import { unknownKey } from '../domain/base/statistics.ts';
import { contradictionsIn, mostHoursAYear } from './plausibility.ts';
import type { BaseRecords } from './statistics.ts';
import { isWithin, type TrainingFact } from './training-facts.ts';

/** How bad a finding is: what can't be is not sent, the rest is for a person to judge. */
export const severities = { impossible: '不可能', unlikely: '不大可能', incomplete: '不完整' } as const;
export type Severity = keyof typeof severities;

export interface Finding {
  severity: Severity;
  text: string;
  /** Where it is seen to. */
  to: string;
}

/** Shown of one kind before it is said how many more there are. */
const mostOfAKind = 8;
/** Changes against the year before that a reader would ask about, in percent and from how many person-times on. */
const jump = { percent: 50, from: 20 };

function jumpFinding(now: Statistics, before: Statistics): Finding[] {
  const [current, past] = [now.totals.personTimes, before.totals.personTimes];
  if (past < jump.from) return [];
  const percent = Math.round(((current - past) / past) * 100);
  if (Math.abs(percent) < jump.percent) return [];
  const text = `培训人次 ${current}，去年同期 ${past}，${percent > 0 ? '增加' : '减少'} ${Math.abs(percent)}%，请核对`;
  return [{ severity: 'unlikely', text, to: '/classes' }];
}

function classFindings(
  records: BaseRecords,
  facts: readonly TrainingFact[],
  { period }: Statistics,
): Finding[] {
  return records.classes.flatMap(({ id, number, title, capacity, closed }): Finding[] => {
    const sessions = records.sessions.filter(({ classId, date }) => classId === id && isWithin(period, date));
    if (sessions.length === 0) return [];
    const own = facts.filter(({ classId }) => classId === id);
    const people = new Set(own.map(({ learnerId }) => learnerId)).size;
    const attended = new Set(own.map(({ sessionId }) => sessionId));
    const unattended = sessions.filter((session) => !attended.has(session.id)).length;
    const name = `${number} ${title}`;
    const to = `/classes/${id}`;
    const findings: Finding[] = [];
    if (capacity !== null && people > capacity)
      findings.push({
        severity: 'unlikely',
        text: `${name}：到课 ${people} 人，超过人数上限 ${capacity}`,
        to,
      });
    if (unattended > 0)
      findings.push({
        severity: 'incomplete',
        text: `${name}：${unattended} 次课没有一个人到课，是否没有点名`,
        to,
      });
    if (!closed) findings.push({ severity: 'incomplete', text: `${name}：还没有结班`, to });
    return findings;
  });
}

/** The first of many findings of one kind, and how many more there are. */
function firstOf(
  findings: readonly Finding[],
  rest: (count: number) => Omit<Finding, 'severity'>,
): Finding[] {
  const [first] = findings;
  if (!first || findings.length <= mostOfAKind) return [...findings];
  const more = rest(findings.length - mostOfAKind);
  return [...findings.slice(0, mostOfAKind), { severity: first.severity, ...more }];
}

function learnerFindings({ learners }: BaseRecords, facts: readonly TrainingFact[]): Finding[] {
  const names = new Map(learners.map(({ id, name }) => [id, name]));
  const hours = new Map<string, { learnerId: string; year: string; sum: number }>();
  for (const { learnerId, hours: gained, keys } of facts) {
    const year = keys.month.slice(0, 4);
    const own = hours.get(`${learnerId} ${year}`) ?? { learnerId, year, sum: 0 };
    hours.set(`${learnerId} ${year}`, { ...own, sum: own.sum + gained });
  }
  const many = [...hours.values()]
    .filter(({ sum }) => sum > mostHoursAYear)
    .map(
      ({ learnerId, year, sum }): Finding => ({
        severity: 'unlikely',
        text: `${names.get(learnerId) ?? '一名学员'}：${year} 年 ${sum} 学时，超过 ${mostHoursAYear}，请核对点名`,
        to: `/learners?open=${learnerId}`,
      }),
    );
  return firstOf(many, (count) => ({
    text: `还有 ${count} 人一年超过 ${mostHoursAYear} 学时`,
    to: '/learners',
  }));
}

const employerFields = { region: '盟市', employerKind: '性质', ownership: '所有制' } as const;
type EmployerField = keyof typeof employerFields;

/** Employers of the trained whose place in a breakdown nobody registered, and trained people without any employer. */
function unregisteredFindings(
  { learners, employers }: BaseRecords,
  facts: readonly TrainingFact[],
): Finding[] {
  const people = new Map(learners.map((learner) => [learner.id, learner]));
  const names = new Map(employers.map(({ id, name }) => [id, name]));
  const missing = new Map<string | null, { people: Set<string>; fields: Set<EmployerField> }>();
  for (const { learnerId, keys } of facts) {
    const fields = (Object.keys(employerFields) as EmployerField[]).filter(
      (field) => keys[field] === unknownKey,
    );
    if (fields.length === 0) continue;
    const employerId = people.get(learnerId)?.employerId ?? null;
    const own = missing.get(employerId) ?? { people: new Set<string>(), fields: new Set<EmployerField>() };
    own.people.add(learnerId);
    for (const field of fields) own.fields.add(field);
    missing.set(employerId, own);
  }
  const found = [...missing].map(([employerId, { people: affected, fields }]): Finding => {
    const [first] = affected;
    if (employerId === null)
      return {
        severity: 'incomplete',
        text: `${affected.size} 人没有登记工作单位`,
        to: `/learners?open=${first}`,
      };
    const words = [...fields].map((field) => employerFields[field]).join('、');
    return {
      severity: 'incomplete',
      text: `${names.get(employerId) ?? '一个单位'}没有登记${words}，${affected.size} 人受影响`,
      to: `/employers?open=${employerId}`,
    };
  });
  return firstOf(found, (count) => ({ text: `还有 ${count} 个单位没有登记齐`, to: '/employers' }));
}

/** What a reader of a submission would stumble over, the worst first (第28条). */
export function submissionFindings(
  records: BaseRecords,
  facts: readonly TrainingFact[],
  now: Statistics,
  before: Statistics,
  today: CivilDate,
): Finding[] {
  const early: Finding[] =
    today <= now.period.to
      ? [
          {
            severity: 'incomplete',
            text: `统计期到 ${now.period.to} 才结束，现在报的不是全部`,
            to: '/statistics',
          },
        ]
      : [];
  const impossible = contradictionsIn(now).map(
    (text): Finding => ({ severity: 'impossible', text, to: '/statistics' }),
  );
  const findings = [
    ...impossible,
    ...early,
    ...jumpFinding(now, before),
    ...learnerFindings(records, facts),
    ...classFindings(records, facts, now),
    ...unregisteredFindings(records, facts),
  ];
  const order = Object.keys(severities);
  return findings.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
