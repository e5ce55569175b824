import {
  type Breakdown,
  type BreakdownRow,
  breakdowns,
  type Statistics,
} from '../../domain/base/statistics.ts';
import type { Cell, Column, PaperTable } from '../table.ts';

/** Columns of figures behind one of words. */
function figureColumns(of: readonly [heading: string, share: number], figures: [string, number][]): Column[] {
  return [[...of, 'left'], ...figures.map(([heading, share]): Column => [heading, share, 'right'])];
}

/** Who was trained, a row each part of a breakdown. */
export function breakdownTable(breakdown: Breakdown, rows: readonly BreakdownRow[]): PaperTable {
  return {
    columns: figureColumns(
      [breakdowns[breakdown], 30],
      [
        ['人数', 10],
        ['人次', 10],
        ['公需学时', 12],
        ['专业学时', 12],
      ],
    ),
    rows: rows.map(({ label, people, personTimes, generalHours, professionalHours }) => [
      label,
      people,
      personTimes,
      generalHours,
      professionalHours,
    ]),
  };
}

/** By the ways of 第12条. */
export function waysTable(ways: Statistics['ways']): PaperTable {
  return {
    columns: figureColumns(
      ['方式', 40],
      [
        ['人次', 10],
        ['学时', 10],
      ],
    ),
    rows: ways.map(({ label, entries, hours }) => [label, entries, hours]),
  };
}

/** Where money came from and went. @param shown 分 as it is to be read: an amount for a sheet, a text for paper */
export function moneyTable({ money }: Statistics, shown: (fen: number) => Cell): PaperTable {
  return {
    columns: figureColumns(
      ['来源', 20],
      [
        ['收费', 15],
        ['退费', 15],
        ['拨款资助', 15],
        ['支出', 15],
      ],
    ),
    rows: money.map(({ label, receivedFen, refundedFen, grantedFen, spentFen }) => [
      label,
      ...[receivedFen, refundedFen, grantedFen, spentFen].map(shown),
    ]),
  };
}

/** Trainers on both axes of 第23条. */
export function trainersTable({ trainers }: Statistics): PaperTable {
  return {
    columns: figureColumns(
      ['', 20],
      [
        ['区内', 15],
        ['区外', 15],
      ],
    ),
    rows: [
      ['专职', trainers.fullTimeInRegion, trainers.fullTimeOutOfRegion],
      ['兼职', trainers.partTimeInRegion, trainers.partTimeOutOfRegion],
    ],
  };
}
