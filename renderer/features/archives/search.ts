import { IconArchive } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';

export const search: Search = {
  place: 8,
  async find({ rows }, wanted, limit) {
    const found = await rows.filings
      .filter(
        ({ number, classTitle }) => number.toLowerCase().includes(wanted) || classTitle.includes(wanted),
      )
      .limit(limit)
      .toArray();
    return found.map(({ id, number, classTitle }) => ({
      key: id,
      to: `/archives?volume=${id}`,
      icon: IconArchive,
      name: number,
      about: `${classTitle} 案卷`,
    }));
  },
};
