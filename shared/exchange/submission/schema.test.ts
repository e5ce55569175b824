import { expect, test } from 'vitest';
import { z } from 'zod';
import { statistics } from '../../domain/base/statistics.ts';
import { acknowledgementContent } from './acknowledgement.ts';
import { authorityCard } from './authority-card.ts';
import { flatFigure } from './flat-figures.ts';
import { ledgerRow, packageJson, submissionManifest } from './manifest.ts';

/** Published beside the description of the format, for programs of others. */
test.each([
  ['manifest', submissionManifest],
  ['statistics', statistics],
  ['figure', flatFigure],
  ['ledger-row', ledgerRow],
  ['acknowledgement', acknowledgementContent],
  ['authority-card', authorityCard],
] as const)('the published schema of %s is the one that packages are checked by', async (name, schema) => {
  const published = `../../../docs/submission/${name}.schema.json`;
  await expect(packageJson(z.toJSONSchema(schema))).toMatchFileSnapshot(published);
});
