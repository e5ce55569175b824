import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { civilDateAt } from '../../shared/domain/civil-date.ts';
import type { VerifySignature } from '../../shared/exchange/proof/verdict.ts';
import { signingKey, voidList } from '../../shared/exchange/proof/void-list.ts';
import { cssVariablesResolver, theme } from '../app/theme.ts';
import { Verifier } from './verifier.tsx';

// Not WebCrypto's: browsers older than 2025 lack Ed25519, and a page without https has none at all.
hashes.sha512 = sha512;

const verifySignature: VerifySignature = (signature, message, publicKey) => {
  try {
    return verify(signature, message, publicKey);
  } catch {
    return false;
  }
};

const embedded = z.object({ baseName: z.string(), keys: z.array(signingKey).min(1), list: voidList });

const data = embedded.parse(JSON.parse(document.getElementById('data')?.textContent ?? ''));
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="light">
      <Verifier
        baseName={data.baseName}
        keys={data.keys}
        ownList={JSON.stringify(data.list)}
        today={civilDateAt(Date.now())}
        verifySignature={verifySignature}
      />
    </MantineProvider>,
  );
}
