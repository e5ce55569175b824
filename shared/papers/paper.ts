import type { PrintedBlock, PrintedDocument } from '../contract/printed-document.ts';
import type { CivilDate } from '../domain/base/civil-date.ts';

/** Phrases of one line, as Chinese papers set them apart; an empty one is left out. */
export function inLine(...phrases: string[]): string {
  return phrases.filter((phrase) => phrase !== '').join('　');
}

export interface PaperHead {
  /** Whose paper it is. */
  issuer: string;
  /** What its file is called. */
  name: string;
  /** What stands behind the issuer at the foot of each page, where that is not the name. */
  foot?: string;
  on: CivilDate;
  landscape?: boolean;
}

/** A document for paper as the base hands it out: its own, named and dated, its foot on every page. */
export function paper(
  { issuer, name, foot = name, on, landscape = false }: PaperHead,
  blocks: PrintedBlock[],
): PrintedDocument {
  return { title: name, author: issuer, footer: inLine(issuer, foot), createdOn: on, landscape, blocks };
}
