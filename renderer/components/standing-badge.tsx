import { type YearlyState, yearlyStates } from '../../shared/regulation/yearly-requirement.ts';
import { StateBadge, type StateTone } from './state-badge.tsx';

const tones: Record<YearlyState, StateTone> = {
  met: 'good',
  onPace: 'waiting',
  atRisk: 'warning',
  short: 'bad',
};

/** How a year stands to 第11条, as a word, an icon and a colour. */
export function StandingBadge({ state }: { state: YearlyState }) {
  return <StateBadge tone={tones[state]}>{yearlyStates[state]}</StateBadge>;
}
