import type { DueLines } from '../../components/capability.ts';

export const due: DueLines = {
  place: 6,
  read: async ({ rows }) => [
    {
      label: '没有证明的外部学时',
      count: await rows.outsideEntries.where('unprovenDate').above('').count(),
      to: '/outside-hours?show=unproven',
    },
  ],
};
