import { type PrintPlace, rightPlace } from '../../../shared/contract/designs.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** What this desk prints on: kept by the browser, since it is about the printer beside it, not about the base. */
export interface PrintChoice {
  printerId: string | null;
  onBlank: boolean;
  /** Whose block certificate numbers are taken from, where desks have blocks. */
  desk: string | null;
}

const placeKept = 'print-choice';
const nothingChosen: PrintChoice = { printerId: null, onBlank: false, desk: null };

export function printChoice(): PrintChoice {
  try {
    return {
      ...nothingChosen,
      ...(JSON.parse(localStorage.getItem(placeKept) ?? '{}') as Partial<PrintChoice>),
    };
  } catch {
    return nothingChosen;
  }
}

export function keepPrintChoice(choice: PrintChoice): void {
  localStorage.setItem(placeKept, JSON.stringify(choice));
}

/** How certificates are to be put on the paper of this desk's printer. */
export async function printMeans({ rows }: BaseDatabase): Promise<{ onBlank: boolean; place: PrintPlace }> {
  const { printerId, onBlank } = printChoice();
  const printer = printerId === null ? undefined : await rows.printers.get(printerId);
  const { dx, dy, scaleX, scaleY, paper, flip } = printer ?? rightPlace;
  return { onBlank, place: { dx, dy, scaleX, scaleY, paper, flip } };
}
