import type { Grid } from '../../../../shared/exchange/roster/grid.ts';
import type { RosterHeader } from '../../../../shared/exchange/roster/header.ts';
import type { KnownLearners } from '../../../../shared/exchange/roster/verdicts.ts';

export interface OpenedRoster {
  fileName: string;
  encoding: string | null;
  sheet: Grid;
  header: RosterHeader;
  known: KnownLearners;
}
