import { refusal } from '../../../shared/refusals/index.ts';
import { qrPattern } from '../pdf/ink/qr-code.ts';
import { serve } from '../threads/serve.ts';
import { codedCertificates } from './certificate-codes.ts';
import { signerFrom } from './signing-keys.ts';
import { signingThread } from './tasks.ts';

serve(signingThread, () => ({
  codes({ snapshots, seeds }) {
    const known = new Map(seeds);
    const keys = {
      signer(generation: number) {
        const seed = known.get(generation);
        if (!seed) throw refusal('keysLocked');
        return signerFrom(generation, seed);
      },
    };
    return codedCertificates(keys, snapshots).map(({ code }) => ({ text: code, pattern: qrPattern(code) }));
  },
}));
