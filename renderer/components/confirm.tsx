import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { attempt } from './notify.ts';

export interface ConfirmedAct {
  title: string;
  consequence: ReactNode;
  /** On the button that does it. */
  act: string;
  dangerous?: boolean;
  perform(): Promise<unknown>;
}

/** Asks before an act that can't be undone, with its consequence in words. */
export function confirmAct(about: ConfirmedAct): void {
  modals.openConfirmModal({
    title: about.title,
    children: (
      <Text size="sm" component="div">
        {about.consequence}
      </Text>
    ),
    labels: { confirm: about.act, cancel: '取消' },
    confirmProps: { color: about.dangerous ? 'red.9' : 'indigo', 'data-autofocus': true },
    onConfirm: () => void attempt(about.perform),
  });
}
