import { expect, test } from 'vitest';
import { rejectingHandlers } from '../../tests/support/handlers.ts';
import { refusal } from '../refusals/index.ts';
import { createDispatch } from './dispatch.ts';
import type { Handlers } from './host.ts';

const context = { report: () => undefined };

function handlers(): Handlers {
  const unused = rejectingHandlers('not called');
  return {
    ...unused,
    app: { describe: async () => ({ host: 'browser', mode: 'base', version: '1', dataFolder: '/data' }) },
    sheets: { ...unused.sheets, write: () => Promise.reject(refusal('cancelled')) },
  };
}

test('a missing handler and a handler of no method fail at start', () => {
  const { jobs: _, ...without } = handlers();
  expect(() => createDispatch(without as Handlers)).toThrow('jobs.cancel');
  expect(() => createDispatch({ ...handlers(), spare: { part: async () => ({}) } } as Handlers)).toThrow(
    'spare.part',
  );
});

test('input and output are parsed; refusals cross as code and data', async () => {
  const dispatch = createDispatch(handlers());
  expect(await dispatch('app.describe', {}, context)).toEqual({
    ok: true,
    output: { host: 'browser', mode: 'base', version: '1', dataFolder: '/data' },
  });
  expect(await dispatch('sheets.read', { name: 5 }, context)).toMatchObject({
    refusal: { code: 'badInput' },
  });
  expect(await dispatch('sheets.write', { name: 'a', sheet: 'b', rows: [] }, context)).toMatchObject({
    refusal: { code: 'cancelled' },
  });
  expect(await dispatch('files.erase', {}, context)).toMatchObject({ refusal: { code: 'notFound' } });
});
