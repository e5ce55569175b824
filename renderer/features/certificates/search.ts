import { IconCertificate } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';

export const search: Search = {
  place: 6,
  async find({ rows }, wanted, limit) {
    const found = await rows.certificates.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray();
    return found.map(({ id, number, snapshot }) => ({
      key: id,
      to: `/certificates?open=${id}`,
      icon: IconCertificate,
      name: number,
      about: snapshot.learnerName,
    }));
  },
};
