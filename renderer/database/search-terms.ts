import { pinyin } from 'pinyin-pro';
import { identityKey } from '../../shared/domain/identity-document.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { LearnerRow } from './rows.ts';

/** The pinyin initials of a name, its surname read as a surname (单 is s), in lower case. */
export function pinyinInitials(name: string): string {
  return pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
  })
    .join('')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
}

function suffixes(text: string): string[] {
  const characters = [...text];
  return characters.map((_, index) => characters.slice(index).join(''));
}

/** A learner with what the indexes need. */
export function toLearnerRow(learner: Learner): LearnerRow {
  const lastFour = learner.document.number.slice(-4);
  const name = learner.name.replaceAll('·', '').toLowerCase();
  const terms = [...suffixes(name), ...suffixes(pinyinInitials(name)), learner.name.toLowerCase()];
  return {
    ...learner,
    identities: [learner.document, ...learner.formerDocuments].map(identityKey),
    terms: [...new Set([...terms, lastFour.toLowerCase(), learner.number])],
    lastFour,
  };
}
