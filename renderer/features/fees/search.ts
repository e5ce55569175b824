import { IconReceipt } from '@tabler/icons-react';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { Search } from '../../components/capability.ts';

export const search: Search = {
  place: 5,
  async find({ rows }, wanted, limit) {
    const found = await rows.receipts.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray();
    return found.map(({ id, number, partyName, totalFen }) => ({
      key: id,
      to: `/fees?part=receipts&open=${id}`,
      icon: IconReceipt,
      name: number,
      about: `${partyName} ${formatFen(totalFen)} 元`,
    }));
  },
};
