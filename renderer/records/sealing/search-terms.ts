import { pinyin } from 'pinyin-pro';
import type { Learner } from '../../../shared/domain/people/learner.ts';

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

/** What a search for a learner may begin with: names, initials, last four digits, learner number. */
export function searchTerms(learner: Learner): string[] {
  const name = learner.name.replaceAll('·', '').toLowerCase();
  const lastFour = learner.document.number.slice(-4).toLowerCase();
  return [
    ...suffixes(name),
    ...suffixes(pinyinInitials(name)),
    learner.name.toLowerCase(),
    lastFour,
    learner.number,
  ];
}
