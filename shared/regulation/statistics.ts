import { civilDateAt } from '../domain/base/civil-date.ts';
import type { MoneyRow, Period, Statistics } from '../domain/base/statistics.ts';
import type { Certificate } from '../domain/certificates/certificate.ts';
import type { Charge } from '../domain/money/charge.ts';
import type { FundEntry } from '../domain/money/fund-entry.ts';
import { type FundSource, fundSources } from '../domain/money/fund-source.ts';
import type { Receipt } from '../domain/money/receipt.ts';
import { type Employment, isInService, type Origin, type Trainer } from '../domain/people/trainer.ts';
import type { SurveyContent } from '../domain/surveys/survey.ts';
import type { SurveyRun } from '../domain/surveys/survey-run.ts';
import type { OutsideEntry } from '../domain/teaching/outside-entry.ts';
import { describeWay, type Way, wayNumbers } from '../domain/teaching/way.ts';
import { overallResult, resultLines } from './survey-results.ts';
import { isShowable, satisfaction } from './survey-statistics.ts';
import {
  brokenDown,
  isWithin,
  monthsOf,
  type TrainingFact,
  type TrainingRecords,
  trainedIn,
  trainingFacts,
} from './training-facts.ts';

/** All records that the statistics of a period are counted from. */
export interface BaseRecords extends TrainingRecords {
  outsideEntries: readonly OutsideEntry[];
  certificates: readonly Pick<Certificate, 'snapshot' | 'voided'>[];
  charges: readonly Pick<Charge, 'reductions'>[];
  receipts: readonly Receipt[];
  fundEntries: readonly FundEntry[];
  trainers: readonly Pick<Trainer, 'employment' | 'origin' | 'leftOn'>[];
  surveyRuns: readonly { run: SurveyRun; content: SurveyContent }[];
}

function dayOf(instant: string): string {
  return civilDateAt(Date.parse(instant));
}

function moneyBySource(receipts: readonly Receipt[], funds: readonly FundEntry[]): MoneyRow[] {
  const received = (source: FundSource, kind: Receipt['kind']) =>
    receipts
      .filter((receipt) => receipt.source === source && receipt.kind === kind)
      .reduce((sum, { totalFen }) => sum + totalFen, 0);
  const given = (source: FundSource, direction: FundEntry['direction']) =>
    funds
      .filter((entry) => entry.source === source && entry.direction === direction)
      .reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (Object.keys(fundSources) as FundSource[]).map((source) => ({
    key: source,
    label: fundSources[source],
    receivedFen: received(source, 'payment'),
    refundedFen: received(source, 'refund'),
    grantedFen: given(source, 'grant'),
    spentFen: given(source, 'spending'),
  }));
}

function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** Hours by the ways of 第12条: classes by how they were taught, outside entries by what they say. */
function waysIn(facts: readonly TrainingFact[], outside: readonly OutsideEntry[]): Statistics['ways'] {
  const [teaching, remote]: [Way, Way] = [1, 6];
  const professional = facts.filter(({ subjectKind }) => subjectKind === 'professional');
  const rows = wayNumbers.map((way) => {
    const own = professional.filter(({ keys }) => way === (keys.mode === 'remote' ? remote : teaching));
    const entries = outside.filter((entry) => entry.way === way);
    return {
      key: String(way),
      label: describeWay(way),
      entries: trainedIn(own).personTimes + entries.length,
      hours: sumOf(own, ({ hours }) => hours) + sumOf(entries, ({ hours }) => hours),
    };
  });
  const general = facts.filter(({ subjectKind }) => subjectKind === 'general');
  const elsewhere = outside.filter(({ way }) => way === null);
  return [
    {
      key: 'general',
      label: '公需科目',
      entries: trainedIn(general).personTimes + elsewhere.length,
      hours: sumOf(general, ({ hours }) => hours) + sumOf(elsewhere, ({ hours }) => hours),
    },
    ...rows,
  ];
}

function satisfactionIn(runs: BaseRecords['surveyRuns'], period: Period): Statistics['satisfaction'] {
  const sum = { runs: 0, given: 0, answers: 0, satisfied: 0, rated: 0 };
  for (const { run, content } of runs) {
    if (!run.closed || !run.tally || !isWithin(period, run.closed.on)) continue;
    if (run.classId === null || !isShowable(run.tally.answers)) continue;
    const { satisfied, answered } = satisfaction(
      overallResult(resultLines(content, run.trainers, run.tally)).counts,
    );
    sum.runs += 1;
    sum.given += run.given;
    sum.answers += run.tally.answers;
    sum.satisfied += satisfied;
    sum.rated += answered;
  }
  return sum;
}

function trainersOn(trainers: BaseRecords['trainers'], day: string): Statistics['trainers'] {
  const serving = trainers.filter((trainer) => isInService(trainer, day));
  const count = (employment: Employment, origin: Origin) =>
    serving.filter((trainer) => trainer.employment === employment && trainer.origin === origin).length;
  return {
    fullTimeInRegion: count('fullTime', 'inRegion'),
    fullTimeOutOfRegion: count('fullTime', 'outOfRegion'),
    partTimeInRegion: count('partTime', 'inRegion'),
    partTimeOutOfRegion: count('partTime', 'outOfRegion'),
  };
}

/**
 * What 第28条 asks for a period, counted from the records alone. Who attended a session of the period was trained
 * in it; a class is in every period it has a session in; a learner is counted where he or she works now.
 */
export function statisticsOf(records: BaseRecords, period: Period): Statistics {
  const facts = trainingFacts(records, period);
  const sessions = records.sessions.filter(({ date }) => isWithin(period, date));
  const held = new Set(sessions.map(({ classId }) => classId));
  const classes = records.classes.filter(({ id }) => held.has(id));
  const issued = records.certificates.filter(({ snapshot }) => isWithin(period, snapshot.issueDate));
  const receipts = records.receipts.filter(({ date, voided }) => voided === null && isWithin(period, date));
  const funds = records.fundEntries.filter(({ date }) => isWithin(period, date));
  const outside = records.outsideEntries.filter(
    ({ date, proof }) => proof !== null && isWithin(period, date),
  );
  const money = moneyBySource(receipts, funds);
  const waivers = records.charges
    .flatMap(({ reductions }) => reductions)
    .filter(({ kind, at }) => kind === 'waiver' && isWithin(period, dayOf(at)));
  const months = Object.fromEntries(
    monthsOf(period).map((month) => [month, `${month.slice(0, 4)}年${Number(month.slice(5))}月`]),
  );
  const capacities = new Map(classes.map(({ id, capacity }) => [id, capacity]));
  const titles = Object.fromEntries(classes.map(({ id, number, title }) => [id, `${number} ${title}`]));
  return {
    period,
    totals: {
      ...trainedIn(facts),
      classes: classes.length,
      publicBenefitClasses: classes.filter(({ isPublicBenefit }) => isPublicBenefit).length,
      closedClasses: records.classes.filter(({ closed }) => closed && isWithin(period, dayOf(closed.at)))
        .length,
      sessions: sessions.length,
      certificatesIssued: issued.length,
      certificatesVoided: records.certificates.filter(
        ({ voided }) => voided && isWithin(period, dayOf(voided.at)),
      ).length,
      certificatesReplaced: issued.filter(({ snapshot }) => snapshot.replaces !== null).length,
      outsideEntries: outside.length,
      outsideHours: sumOf(outside, ({ hours }) => hours),
      receivedFen: sumOf(money, ({ receivedFen }) => receivedFen),
      refundedFen: sumOf(money, ({ refundedFen }) => refundedFen),
      grantedFen: sumOf(money, ({ grantedFen }) => grantedFen),
      spentFen: sumOf(money, ({ spentFen }) => spentFen),
      waivedFen: sumOf(waivers, ({ fen }) => fen),
    },
    by: {
      month: brokenDown(facts, 'month', months),
      region: brokenDown(facts, 'region'),
      employerKind: brokenDown(facts, 'employerKind'),
      ownership: brokenDown(facts, 'ownership'),
      titleLevel: brokenDown(facts, 'titleLevel'),
      subjectKind: brokenDown(facts, 'subjectKind'),
      mode: brokenDown(facts, 'mode'),
      class: brokenDown(facts, 'class', titles).map((row) => ({
        ...row,
        capacity: capacities.get(row.key) ?? null,
      })),
    },
    ways: waysIn(facts, outside),
    money,
    trainers: trainersOn(records.trainers, period.to),
    satisfaction: satisfactionIn(records.surveyRuns, period),
  };
}
