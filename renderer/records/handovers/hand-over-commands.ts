import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { hex32Bytes } from '../../../shared/domain/base/hex.ts';
import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import { defineCommand } from '../../database/command.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet } from '../lookups.ts';
import { sealHandoverKey } from '../sealing/handover-keys.ts';

/** Keeps that a class was given to another machine, and by which key its marks come back. @throws Refusal classClosed */
export const handOverClass = defineCommand({
  name: 'handOverClass',
  label: '交给别的电脑点名',
  event: 'classHandedOver',
  roles: administratorOnly,
  input: z.object({
    id: z.uuid(),
    classId: z.uuid(),
    with: z.string().trim().min(1, '请写明交给谁').max(40),
    key: hex32Bytes,
  }),
  async perform({ id, classId, with: receiver, key }, context) {
    const { database, write, at, actor } = context;
    await mustGet(database, 'classes', classId, '培训班');
    await refuseClosed(classId, context);
    const handover: Handover = {
      id,
      classId,
      with: receiver,
      at,
      by: actor.name,
      key: sealHandoverKey(database.vault, id, key),
      machine: null,
      returned: {},
    };
    await write.put('handovers', handover);
    return handover;
  },
});
