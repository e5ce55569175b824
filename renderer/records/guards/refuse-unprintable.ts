import { refusal } from '../../../shared/refusals/index.ts';
import type { Preparation } from '../../database/command.ts';

/** A paper that is to be issued: whose it is, and all that it would print. */
export interface PaperToPrint {
  name: string;
  text: string;
}

/**
 * Refuses, before anything is issued, the first whose paper the fonts can't print.
 * @throws Refusal missingCharacters
 */
export async function refuseUnprintable(
  { missingCharacters }: Preparation,
  papers: readonly PaperToPrint[],
): Promise<void> {
  const missing = await missingCharacters(papers.map(({ text }) => text));
  for (const [index, { name }] of papers.entries()) {
    const characters = missing[index]?.join('') ?? '';
    if (characters !== '') throw refusal('missingCharacters', { name, characters });
  }
}
