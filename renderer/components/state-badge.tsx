import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type StateTone = 'good' | 'warning' | 'bad' | 'waiting' | 'neutral';

const tones = {
  // Mantine's darkest teal falls just below AA on an open row, its darkest orange on white.
  good: { color: '#06694a', icon: IconCheck },
  warning: { color: '#b93815', icon: IconAlertTriangle },
  bad: { color: 'red.9', icon: IconX },
  waiting: { color: 'blue.9', icon: IconClock },
  neutral: { color: 'gray.7', icon: IconMinus },
} as const;

/** A state as a word and an icon as well as a colour. */
export function StateBadge({ tone, children }: { tone: StateTone; children: ReactNode }) {
  const { color, icon: Picture } = tones[tone];
  return (
    <Badge
      color={color}
      variant="outline"
      radius="sm"
      tt="none"
      leftSection={<Picture size={12} aria-hidden />}
      style={{ flexShrink: 0 }}
    >
      {children}
    </Badge>
  );
}
