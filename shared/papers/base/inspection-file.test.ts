import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { baseOnRecord, classOf } from '../../../tests/support/records.ts';
import { historySheet } from './history-sheet.ts';
import { inspectionFile } from './inspection-file.ts';

test('an inspection file has every duty with its evidence and the classes of the year', () => {
  const closed = classOf({ closed: { at: '2026-04-02T02:00:00.000Z', by: '周老师' } });
  const paper = inspectionFile({
    base: baseOnRecord,
    year: 2026,
    lines: [{ article: 22, label: '公开收费', state: 'done', evidence: '第 2 版公示', mend: null }],
    classes: [
      { of: closed, learners: 38, certificates: 36 },
      { of: classOf({ number: '2026-02', startDate: null, endDate: null }), learners: 0, certificates: 0 },
    ],
    today: '2026-11-24',
  });
  expect(saysOf(paper)).toEqual([
    '2026年继续教育基地检查材料',
    '基地：示例基地（自治区级，代码 SSL01，呼和浩特市）',
    '批准：示例市人社局，示人社发〔2018〕12号，2018年3月1日。依据《内蒙古自治区专业技术人员继续教育实施办法》（内人社发〔2017〕3号）逐条列出，截至 2026年11月24日。',
    '一、各条要求和依据',
    '条|要求|状态|依据或所缺',
    expect.stringMatching(/^第22条\|公开收费\|.+\|第 2 版公示$/),
    '二、2026年的培训班（2 个）',
    '班号|名称|时间|学员|证书|结班',
    '2026-01|测绘新技术|2026-03-07 至 2026-03-28|38|36|2026-04-02',
    '2026-02|测绘新技术| 至 |0|0|未结班',
    '示例基地|2026年11月24日',
  ]);
});

test('operations are exported with who did what in which role', () => {
  const entry = {
    sequence: 7,
    id: '01990000-0000-7000-8000-000000000001',
    at: '2026-11-24T01:30:00.000Z',
    actor: { name: '周老师', roles: ['administrator' as const, 'teacher' as const] },
    command: 'closeClass',
    event: 'classClosed',
    changes: [],
  };
  expect(historySheet([{ entry, label: '结班', about: '测绘新技术' }]).rows).toEqual([
    ['序号', '时间', '操作人', '身份', '操作', '对象'],
    ['7', '2026-11-24 09:30', '周老师', '管理员、教师', '结班', '测绘新技术'],
  ]);
});
