import { type RosterField, rosterFields } from '../../../../shared/exchange/roster/columns.ts';

const order: RosterField[] = [
  'name',
  'sex',
  'ethnicity',
  'documentKind',
  'documentNumber',
  'employer',
  'department',
  'titleSeries',
  'title',
  'titleLevel',
  'education',
  'phone',
];

/** The roster template: the headings the import knows. No sample row, which somebody would send back. */
export const rosterTemplate: string[][] = [order.map((field) => rosterFields[field].label)];
