import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import type { TranscriptSnapshot } from '../../domain/certificates/transcript.ts';
import { calibrationSheet } from './calibration-sheet.ts';
import { transcriptPaper } from './transcript.ts';

const snapshot: TranscriptSnapshot = {
  number: 'SSL01-X-2026-0001',
  baseName: '示例基地',
  approvalNumber: '示人社发〔2018〕12号',
  learnerName: '张三',
  documentKind: '居民身份证',
  documentNumber: '150102********1230',
  employerName: '测绘院',
  year: 2026,
  lines: [
    {
      period: '3月7日',
      title: '测绘新技术',
      kind: '专业科目',
      evidence: '2026-01',
      general: 0,
      professional: 20,
    },
    { period: '5月', title: '公需讲座', kind: '公需科目', evidence: '2026-02', general: 4, professional: 0 },
  ],
  general: 4,
  professional: 20,
  standing: '2026 年度未达标，还差 66 学时。',
  issueDate: '2026-11-24',
};

test('第11条: a transcript lists the hours of a year and adds them up', () => {
  expect(saysOf(transcriptPaper(snapshot))).toEqual([
    '专业技术人员继续教育学时证明',
    '编号：SSL01-X-2026-0001',
    '兹证明 张三（居民身份证：150102********1230，工作单位：测绘院）2026 年度参加继续教育共计 24 学时，其中公需科目 4 学时、专业科目 20 学时，明细如下：',
    '序号|时间|内容|科目或方式|依据|公需|专业',
    '1|3月7日|测绘新技术|专业科目|2026-01|0|20',
    '2|5月|公需讲座|公需科目|2026-02|4|0',
    '||合计||共 24 学时|4|20',
    '2026 年度未达标，还差 66 学时。',
    '基地批准文号：示人社发〔2018〕12号',
    '示例基地|2026年11月24日',
  ]);
});

test('the printer is measured by a page that asks to be printed at its size', () => {
  expect(calibrationSheet('2026-11-24')).toMatchObject({
    title: '打印机校准页',
    footer: '打印时选“实际大小”，不要选“适合页面”',
    landscape: true,
    blocks: [{ kind: 'calibration' }],
  });
});
