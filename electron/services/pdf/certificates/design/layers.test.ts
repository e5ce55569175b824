import { expect, test } from 'vitest';
import type { DesignElement } from '../../../../../shared/domain/certificates/certificate-design.ts';
import { splitLayers } from './layers.ts';

const at = { y: 0, width: 10, height: 10, onBlank: false };
const fill = (id: string, x: number): DesignElement => ({ kind: 'fill', id, ...at, x, color: '#ffffff' });
const photo = (id: string, x: number): DesignElement => ({ kind: 'photo', id, ...at, x });
const ids = (elements: DesignElement[]) => elements.map(({ id }) => id);

test('what all share is laid out once, unless it lies over what differs', () => {
  const { fixed, own } = splitLayers([
    fill('paper', 0),
    photo('photo', 5),
    fill('beside', 20),
    fill('frame', 10),
    fill('over the frame', 18),
  ]);
  expect(ids(fixed)).toEqual(['paper', 'beside']);
  expect(ids(own)).toEqual(['photo', 'frame', 'over the frame']);
});
