import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import {
  type BlankStock,
  blankDelivery,
  blankNumber,
} from '../../../shared/domain/certificates/blank-stock.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { blankCounts, spoilBlank } from '../../../shared/regulation/blank-stock.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

/** Enters a delivery of preprinted blanks into the register. @throws Refusal blanksOverlap */
export const receiveBlanks = defineCommand({
  name: 'receiveBlanks',
  label: '登记空白证书',
  event: 'blanksReceived',
  roles: whoServes,
  input: blankDelivery,
  async perform(delivery, { database, write, newId }) {
    const known = await database.rows.blankStocks.toArray();
    const over = known.find(
      (stock) =>
        stock.prefix === delivery.prefix && stock.first <= delivery.last && delivery.first <= stock.last,
    );
    if (over) {
      const number = blankNumber(over, Math.max(over.first, delivery.first));
      throw refusal('blanksOverlap', { number });
    }
    const stock: BlankStock = { ...delivery, id: newId(), used: {}, spoiled: {} };
    await write.put('blankStocks', stock);
    return stock;
  },
});

/** Enters a blank as spoiled, with the reason; it is kept to be shown. @throws Refusal blankUnknown, blankGone */
export const spoilBlanks = defineCommand({
  name: 'spoilBlanks',
  label: '作废空白证书',
  event: 'blanksSpoiled',
  roles: whoServes,
  input: z.object({
    stockId: z.uuid(),
    serials: z.array(z.number().int().min(0)).min(1, '请填写编号').max(1000),
    reason: z.string().trim().min(1, '请填写原因').max(100),
  }),
  async perform({ stockId, serials, reason }, { database, write, at, actor }) {
    const stock = await mustGet(database, 'blankStocks', stockId, '空白证书');
    const after = serials.reduce(
      (kept, serial) => spoilBlank(kept, serial, reason, { at, by: actor.name }),
      stock,
    );
    await write.put('blankStocks', after);
    return blankCounts(after);
  },
});

/** Takes a delivery that was entered by mistake back. @throws Refusal blanksTouched */
export const removeBlanks = defineCommand({
  name: 'removeBlanks',
  label: '删除空白证书登记',
  event: 'blanksRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, { database, write }) {
    const { used, spoiled } = blankCounts(await mustGet(database, 'blankStocks', id, '空白证书'));
    if (used + spoiled > 0) throw refusal('blanksTouched');
    await write.remove('blankStocks', id);
  },
});
