import { expect, test } from 'vitest';
import { callout, section, title } from './blocks.ts';
import { inLine, paper } from './paper.ts';

test.each([
  [{}, '示例基地　证书登记簿'],
  [{ foot: '登记簿' }, '示例基地　登记簿'],
  [{ foot: '' }, '示例基地'],
  [{ issuer: '', foot: '打印时选“实际大小”' }, '打印时选“实际大小”'],
])('a paper of %o has the foot %s', (about, footer) => {
  const head = { issuer: '示例基地', name: '证书登记簿', on: '2026-11-24', ...about };
  expect(paper(head, [title('证书登记簿')])).toEqual({
    title: '证书登记簿',
    author: head.issuer,
    footer,
    createdOn: '2026-11-24',
    landscape: false,
    blocks: [{ kind: 'title', text: '证书登记簿' }],
  });
});

test('phrases stand apart, empty ones nowhere', () => {
  expect(inLine('班号：1', '', '主办：示例基地')).toBe('班号：1　主办：示例基地');
});

test('a heading stands over something or not at all', () => {
  expect(section('培训内容', [])).toEqual([]);
  expect(section('培训内容', [title('一')])).toHaveLength(2);
});

test('a labelled line with nothing to say has a dash', () => {
  expect(callout([['批准', '']])).toEqual({ kind: 'callout', lines: [{ label: '批准', text: '—' }] });
});
