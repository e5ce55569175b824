import { IconFileCertificate } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';

export const search: Search = {
  place: 4,
  async find({ rows }, wanted, limit) {
    const found = await rows.transcripts.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray();
    return found.map(({ id, number, snapshot }) => ({
      key: id,
      to: `/transcripts?open=${id}`,
      icon: IconFileCertificate,
      name: number,
      about: `${snapshot.learnerName} ${snapshot.year} 年学时证明`,
    }));
  },
};
