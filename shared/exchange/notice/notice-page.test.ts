import { expect, test } from 'vitest';
import { publishedNotice } from '../../../tests/support/records.ts';
import type { Notice } from '../../domain/money/notice.ts';
import { writeNoticePage } from './notice-page.ts';

const [first, second] = publishedNotice.lines;
const notice: Notice = {
  ...publishedNotice,
  baseName: '示例市<继续教育>基地',
  scope: '面向本市专业技术人员\n工程、教育两个系列',
  lines: [{ ...first!, title: '知识更新 & 新技术"<script>alert(1)</script>' }, second!],
};
const page = writeNoticePage(notice);

test.each([
  '继续教育收费公示',
  '批准文号：示人社发〔2018〕12号',
  '工程、教育两个系列',
  '培训费 600.00 元/人<br>教材费 不收费',
  '不收费（公益性）',
  '示发改费〔2024〕9号',
  '周老师 0471-0000000',
  '0471-0000001',
  '第 2 版，2026年11月1日公布',
])('the page says “%s”', (text) => {
  expect(page).toContain(text);
});

test('what was typed is text, never markup, and nothing is run or loaded', () => {
  expect(page).toContain('知识更新 &amp; 新技术&quot;&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|https?:|url\(/i);
});
