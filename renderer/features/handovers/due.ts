import type { DueLines } from '../../components/capability.ts';
import { openDisputes } from '../../records/handovers/rows.ts';

export const due: DueLines = {
  place: 2,
  async read(database) {
    const disputes = await openDisputes(database, null);
    return [
      {
        label: '两台电脑记的不一样、等着决定的点名',
        count: disputes.length,
        to: `/classes/${disputes[0]?.classId}`,
      },
    ];
  },
};
