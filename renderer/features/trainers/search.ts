import { IconUserStar } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';
import { namedTrainers } from '../../records/sealing/trainer-rows.ts';

export const search: Search = {
  place: 7,
  async find(database, wanted, limit) {
    const found = (await namedTrainers(database)).filter(({ name }) => name.includes(wanted));
    return found.slice(0, limit).map(({ id, name, employerName }) => ({
      key: id,
      to: `/trainers?open=${id}`,
      icon: IconUserStar,
      name,
      about: `教师　${employerName}`,
    }));
  },
};
