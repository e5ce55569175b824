import type { CivilDate } from '../domain/civil-date.ts';
import type { Statistics } from '../domain/statistics.ts';
import { unknownKey } from '../domain/statistics.ts';
import { contradictionsIn } from '../exchange/submission/plausibility.ts';
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

/** More than this in one year is more than a working year has days for. */
const mostHoursAYear = 600;
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

function learnerFindings(facts: readonly TrainingFact[]): Finding[] {
  const hours = new Map<string, number>();
  for (const { learnerId, hours: gained, keys } of facts) {
    const key = `${learnerId} ${keys.month.slice(0, 4)}`;
    hours.set(key, (hours.get(key) ?? 0) + gained);
  }
  const many = [...hours.values()].filter((sum) => sum > mostHoursAYear).length;
  return many === 0
    ? []
    : [
        {
          severity: 'unlikely',
          text: `${many} 人一年超过 ${mostHoursAYear} 学时，请核对点名`,
          to: '/learners',
        },
      ];
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
  const unknown = (['region', 'employerKind', 'ownership'] as const).flatMap((breakdown): Finding[] => {
    const people = now.by[breakdown].find(({ key }) => key === unknownKey)?.people ?? 0;
    const words = { region: '盟市', employerKind: '性质', ownership: '所有制' }[breakdown];
    return people === 0
      ? []
      : [{ severity: 'incomplete', text: `${people} 人的单位没有登记${words}`, to: '/employers' }];
  });
  const findings = [
    ...impossible,
    ...early,
    ...jumpFinding(now, before),
    ...learnerFindings(facts),
    ...classFindings(records, facts, now),
    ...unknown,
  ];
  const order = Object.keys(severities);
  return findings.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
