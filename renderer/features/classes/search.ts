import { IconSchool } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';

export const search: Search = {
  place: 2,
  async find({ rows }, wanted, limit) {
    const found = await rows.classes
      .filter((of) => of.title.toLowerCase().includes(wanted) || of.number.toLowerCase().includes(wanted))
      .limit(limit)
      .toArray();
    return found.map(({ id, title, number }) => ({
      key: id,
      to: `/classes/${id}`,
      icon: IconSchool,
      name: title,
      about: number,
    }));
  },
};
