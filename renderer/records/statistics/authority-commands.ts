import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { isSignedBy } from '../../../shared/exchange/proof/is-signed-by.ts';
import { authorityCardKind } from '../../../shared/exchange/submission/authority-card.ts';
import { readSignedFile } from '../../../shared/exchange/submission/signed-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';

/** A small file that an authority signed, as it was chosen. */
export const signedUpload = z.object({ name: z.string().max(260), bytes: z.instanceof(Uint8Array) });

/** What a card says, once its own signature holds. @throws Refusal authorityCardUnreadable */
export function readAuthorityCard({ name, bytes }: z.infer<typeof signedUpload>) {
  const read = readSignedFile(authorityCardKind, bytes, isSignedBy);
  if (!read.ok) throw refusal('authorityCardUnreadable', { name, reason: read.why });
  return read.content;
}

/**
 * Registers an authority by its card, after somebody compared the fingerprint with what the authority says: from
 * then on its acknowledgements are taken, and packages can be sealed for it.
 * @throws Refusal authorityCardUnreadable
 */
export const registerAuthority = defineCommand({
  name: 'registerAuthority',
  label: '登记主管部门',
  event: 'authorityRegistered',
  roles: administratorOnly,
  input: signedUpload,
  async perform(upload, { database, write, at, actor }) {
    const { publicKey, name, sealingKey } = readAuthorityCard(upload);
    const known = await database.rows.authorities.get(publicKey);
    if (known?.sealingKey === sealingKey && known.name === name) return known;
    const authority = { id: publicKey, name, sealingKey, at, by: actor.name };
    await write.put('authorities', authority);
    return authority;
  },
});

/** Trusts a key no longer; acknowledgements that were taken stay. */
export const removeAuthority = defineCommand({
  name: 'removeAuthority',
  label: '取消登记主管部门',
  event: 'authorityRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.string() }),
  async perform({ id }, { write }) {
    await write.remove('authorities', id);
  },
});
