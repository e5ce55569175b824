import { expect, test } from 'vitest';
import { feeItemOf } from '../../../tests/support/fee-item.ts';
import type { Notice } from '../../domain/money/notice.ts';
import { writeNoticePage } from './notice-page.ts';

const notice: Notice = {
  id: 'notice-1',
  version: 2,
  baseName: '示例市<继续教育>基地',
  approvalNumber: '示人社发〔2018〕12号',
  scope: '面向本市专业技术人员\n工程、教育两个系列',
  contact: '周老师 0471-0000000',
  complaints: '0471-0000001',
  place: '基地公告栏',
  publishedOn: '2026-11-01',
  lines: [
    {
      classId: null,
      planLineId: null,
      title: '知识更新 & 新技术"<script>alert(1)</script>',
      subjectKind: 'professional',
      content: '新技术',
      audience: '工程技术人员',
      hours: 30,
      period: '2026年3月7日至3月28日',
      isPublicBenefit: false,
      items: [feeItemOf(), feeItemOf({ kind: 'textbook', title: '教材费', standardFen: 0 })],
    },
    {
      classId: null,
      planLineId: null,
      title: '公需科目讲座',
      subjectKind: 'general',
      content: '',
      audience: '全体',
      hours: 4,
      period: '2026-05',
      isPublicBenefit: true,
      items: [],
    },
  ],
  at: '',
  by: '周老师',
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
