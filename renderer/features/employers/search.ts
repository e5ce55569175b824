import { IconBuilding } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';

export const search: Search = {
  place: 3,
  async find({ rows }, wanted, limit) {
    const found = await rows.employers
      .filter(({ name }) => name.includes(wanted))
      .limit(limit)
      .toArray();
    return found.map(({ id, name }) => ({
      key: id,
      to: `/employers/${id}`,
      icon: IconBuilding,
      name,
      about: '',
    }));
  },
};
