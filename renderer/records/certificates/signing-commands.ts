import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGetBase } from '../lookups.ts';

/**
 * From now on another key signs certificates. Those signed before stay valid: the old key is kept with the
 * days it signed on. A new verification page has to be handed out.
 */
export const renewSigningKey = defineCommand({
  name: 'renewSigningKey',
  label: '更换签名钥匙',
  event: 'signingKeyRenewed',
  roles: administratorOnly,
  input: z.object({ reason: z.string().trim().min(2, '请写明更换的原因').max(200) }),
  async perform({ reason }, { database, write, today }) {
    const base = await mustGetBase(database);
    const { generation, from, retired } = base.signing;
    await write.put('base', {
      ...base,
      signing: {
        generation: generation + 1,
        from: today,
        retired: [...retired, { generation, from, until: today, reason }],
      },
    });
    return generation + 1;
  },
});
