import type { DueLines } from '../../components/capability.ts';

export const due: DueLines = {
  place: 4,
  read: async ({ rows }) => [
    {
      label: '正在收集的评估',
      count: await rows.surveyRuns.filter(({ closed }) => closed === null).count(),
      to: '/surveys',
    },
  ],
};
