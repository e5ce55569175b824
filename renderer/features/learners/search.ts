import { IconUser } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';
import { findLearners } from '../../records/learners/queries.ts';

export const search: Search = {
  place: 1,
  async find(database, wanted, limit) {
    const found = await findLearners(database, wanted, limit);
    const employers = await database.rows.employers.bulkGet(found.map(({ employerId }) => employerId ?? ''));
    return found.map(({ id, name, lastFour }, index) => ({
      key: id,
      to: `/learners?open=${id}`,
      icon: IconUser,
      name,
      about: `尾号 ${lastFour}　${employers[index]?.name ?? ''}`,
    }));
  },
};
