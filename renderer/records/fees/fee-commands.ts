import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { feeItems, feeKey } from '../../../shared/domain/money/fee.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { authorityFault } from '../../../shared/regulation/fees.ts';
import { defineCommand } from '../../database/command.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet } from '../lookups.ts';

/**
 * What a class charges (第22条); none of it may be more than 0 in an authority's class (第26条). An item that
 * somebody was charged for stays.
 * @throws Refusal authorityCharges, feeItemCharged
 */
export const setFeeItems = defineCommand({
  name: 'setFeeItems',
  label: '修改收费项目',
  event: 'feeItemsSet',
  roles: administratorOnly,
  input: z.object({ classId: z.uuid(), items: feeItems }),
  async perform({ classId, items }, { database, write }) {
    const of = await mustGet(database, 'classes', classId, '培训班');
    await refuseClosed(classId, { database });
    const forbidden = authorityFault(
      of,
      items.map(({ standardFen }) => standardFen),
    );
    if (forbidden) throw forbidden;
    const kept = new Set(items.map(feeKey));
    const charges = await database.rows.charges.where('classId').equals(classId).toArray();
    const lost = charges.find(({ item }) => !kept.has(feeKey(item)));
    if (lost) throw refusal('feeItemCharged', { item: lost.item.title });
    await write.put('classes', { ...of, feeItems: items });
  },
});
