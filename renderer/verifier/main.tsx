import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { civilDateAt } from '../../shared/domain/base/civil-date.ts';
import { verifySignature } from '../../shared/exchange/proof/is-signed-by.ts';
import { signingKey, voidList } from '../../shared/exchange/proof/void-list.ts';
import { cssVariablesResolver, theme } from '../components/theme.ts';
import { Verifier } from './verifier.tsx';

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
