import { flatFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import type { OpenedPackage } from '../submissions/open-package.ts';
import { type Columns, parquetOf } from '../submissions/tables.ts';

const figureColumns: Columns = [
  ['base_code', 'text'],
  ['base_name', 'text'],
  ['region_code', 'text'],
  ['period_from', 'text'],
  ['period_to', 'text'],
  ['sequence', 'integer'],
  ['table', 'text'],
  ['key', 'text'],
  ['label', 'text'],
  ['measure', 'text'],
  ['value', 'integer'],
];

/** The figures of a package as the store keeps them, one a row. */
export function figuresParquet({ manifest, statistics }: OpenedPackage): Uint8Array {
  const { base, period, sequence } = manifest;
  const about = {
    base_code: base.code,
    base_name: base.name,
    region_code: base.regionCode,
    period_from: period.from,
    period_to: period.to,
    sequence,
  };
  return parquetOf(
    figureColumns,
    flatFigures(statistics).map((figure) => ({ ...about, ...figure })),
  );
}
