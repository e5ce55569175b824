import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../shared/contract/host.ts';
import type { VoidList, VoidListContent } from '../../shared/exchange/proof/void-list.ts';
import { signedListBytes } from '../../shared/exchange/proof/void-list.ts';
import type { Services } from '../services/create-services.ts';
import { replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';

/** The handlers of proof that anyone can check. */
export function signingHandlers({ signingKeys, verifierPages, files }: Services): Handlers['signing'] {
  return {
    writeVerifier: async ({ keys: periods, ...about }) => {
      const keys = periods.map(({ generation, from, until }) => {
        const { id, publicKey } = signingKeys.publicKey(generation);
        return { id: id.toString('hex'), publicKey: publicKey.toString('hex'), from, until };
      });
      const content: VoidListContent = { format: 'jidi-void-list', version: 1, ...about, keys };
      const text = JSON.stringify(content);
      const signer = signingKeys.signer(Math.max(...periods.map(({ generation }) => generation)));
      const list: VoidList = {
        content: text,
        keyId: signer.id.toString('hex'),
        signature: signer.sign(signedListBytes(text)).toString('hex'),
      };
      const folder = randomUUID();
      const pageFile = await files.place(`${about.baseName} 证书验证.html`, folder);
      const listFile = await files.place(`${about.baseName} 作废名单 ${about.asOf}.json`, folder);
      await replaceFile(pageFile.path, await verifierPages.pageOf({ baseName: about.baseName, keys, list }));
      await replaceFile(listFile.path, JSON.stringify(list));
      return { page: describeFile(pageFile), list: describeFile(listFile) };
    },
  };
}
