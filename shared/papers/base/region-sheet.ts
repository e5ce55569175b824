import type { NamedSheet } from '../../contract/archives.ts';
import { figures, flatTableLabel, isMoneyMeasure, measureLabel } from '../../domain/base/measures.ts';
import { describePeriod } from '../../domain/base/period.ts';
import { type RegionTable, type RegionTables, regionTableNames } from '../../domain/base/region-tables.ts';
import { regions } from '../../domain/people/region.ts';

type Row = RegionTables[RegionTable][number];
type Value = string | number;

export interface RegionSheet {
  name: string;
  headings: string[];
  rows: Value[][];
}

function regionLabel(code: Value | undefined): string {
  return regions[String(code) as keyof typeof regions] ?? String(code ?? '');
}

/** Money in 元, as sheets show it. */
function shown(measure: string, value: Value | undefined): Value {
  return isMoneyMeasure(measure) ? Number(value ?? 0) / 100 : (value ?? 0);
}

function heading(measure: string): string {
  return isMoneyMeasure(measure) ? `${measureLabel(measure)}（元）` : measureLabel(measure);
}

/** One line for each of what rows are about, one column for each measure. */
function pivoted(
  name: string,
  rows: readonly Row[],
  about: readonly (readonly [heading: string, of: (row: Row) => Value])[],
): RegionSheet {
  const lines = new Map<string, { about: Value[]; values: Map<string, Value> }>();
  for (const row of rows) {
    const own = about.map(([, of]) => of(row));
    const key = JSON.stringify(own);
    const line = lines.get(key) ?? { about: own, values: new Map<string, Value>() };
    line.values.set(String(row.measure), row.value ?? 0);
    lines.set(key, line);
  }
  return {
    name,
    headings: [...about.map(([text]) => text), ...figures.map(({ key }) => heading(key))],
    rows: [...lines.values()].map(({ about: own, values }) => [
      ...own,
      ...figures.map(({ key }) => shown(key, values.get(key))),
    ]),
  };
}

const periodOf = ({ period_from: from, period_to: to }: Row) =>
  describePeriod({ from: String(from), to: String(to) });

/** A table of the region as an official reads it: names for codes, measures side by side, money in 元. */
export function regionSheet(table: RegionTable, rows: RegionTables[RegionTable]): RegionSheet {
  const name = regionTableNames[table];
  const bases = ['基地数', ({ bases }: Row) => bases ?? 0] as const;
  switch (table) {
    case 'total': {
      const order = figures.map(({ key }) => String(key));
      const sorted = [...rows].sort(
        (one, other) => order.indexOf(String(one.measure)) - order.indexOf(String(other.measure)),
      );
      return {
        name,
        headings: ['指标', '数值', '基地数'],
        rows: sorted.map(({ measure, value, bases: count }) => [
          heading(String(measure)),
          shown(String(measure), value),
          count ?? 0,
        ]),
      };
    }
    case 'by-region':
      return pivoted(name, rows, [['盟市', ({ region_code: code }) => regionLabel(code)], bases]);
    case 'by-base':
      return pivoted(name, rows, [
        ['基地代码', ({ base_code: code }) => code ?? ''],
        ['基地', ({ base_name: own }) => own ?? ''],
        ['盟市', ({ region_code: code }) => regionLabel(code)],
      ]);
    case 'by-time':
      return pivoted(name, rows, [['统计期', periodOf], bases]);
    case 'breakdowns':
      return {
        name,
        headings: ['分项', '名称', '指标', '数值'],
        rows: rows.map(({ table: of, label, key, measure, value }) => [
          flatTableLabel(String(of)),
          label === '' ? String(key ?? '') : String(label ?? ''),
          heading(String(measure)),
          shown(String(measure), value),
        ]),
      };
    case 'shared-learners':
      return {
        name,
        headings: ['学员（化名或证件号码）', '基地数', '基地', '公需学时', '专业学时'],
        rows: rows.map((row) => [
          row.learner ?? '',
          row.bases ?? 0,
          row.which ?? '',
          row.general_hours ?? 0,
          row.professional_hours ?? 0,
        ]),
      };
  }
}

/** The region's tables of a period as one workbook, and behind them who has not reported. @param missing codes of bases */
export function regionWorkbook(tables: RegionTables, missing: readonly string[]): NamedSheet[] {
  const sheets = (Object.keys(regionTableNames) as RegionTable[]).map((table): NamedSheet => {
    const { name, headings, rows } = regionSheet(table, tables[table]);
    return { name, rows: [headings, ...rows] };
  });
  return [...sheets, { name: '没有报送的基地', rows: [['基地代码'], ...missing.map((code) => [code])] }];
}
