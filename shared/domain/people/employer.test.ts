import { expect, test } from 'vitest';
import { normalizeEmployerName } from './employer.ts';

test.each([
  [' 呼和浩特市 第一中学　', '呼和浩特市第一中学'],
  ['地质调查院(一队)', '地质调查院（一队）'],
  ['ABB  Engineering Co', 'ABB Engineering Co'],
  ['中铁 BIM 中心', '中铁BIM中心'],
])('%j is kept as %j', (written, kept) => {
  expect(normalizeEmployerName(written)).toBe(kept);
});
