import { expect, test } from 'vitest';
import type { DesignElement } from '../../../shared/domain/certificates/certificate-design.ts';
import { aligned, snapped } from './snap.ts';

const paper = { width: 297, height: 210 };
const other: DesignElement = {
  kind: 'fill',
  id: 'a',
  x: 40,
  y: 50,
  width: 20,
  height: 10,
  onBlank: false,
  color: '#ffffff',
};

test('a box near the middle of the paper jumps into it, one near another to its edge', () => {
  expect(snapped({ x: 100.2, y: 140, width: 95, height: 10 }, paper, [])).toEqual({
    x: 101,
    y: 140,
    vertical: 148.5,
    horizontal: null,
  });
  expect(snapped({ x: 61.2, y: 49, width: 30, height: 33 }, paper, [other])).toMatchObject({
    x: 60,
    y: 50,
    vertical: 60,
    horizontal: 50,
  });
  expect(snapped({ x: 70, y: 80, width: 30, height: 33 }, paper, [other])).toMatchObject({
    vertical: null,
    horizontal: null,
  });
});

test('several line up by the outermost of them, one by the paper', () => {
  const boxes = [
    { id: 'a', x: 10, y: 20, width: 30, height: 10 },
    { id: 'b', x: 50, y: 60, width: 10, height: 30 },
  ];
  expect(aligned(boxes, 'right', paper).map(({ x }) => x)).toEqual([30, 50]);
  expect(aligned(boxes, 'middle', paper).map(({ y }) => y)).toEqual([50, 40]);
  expect(aligned(boxes.slice(0, 1), 'centre', paper)[0]?.x).toBe(133.5);
});
