import { describe, expect, test } from 'vitest';
import {
  type ArchiveSource,
  archiveParts,
  archiveSources,
  defaultArchiveParts,
} from '../domain/teaching/archive-part.ts';
import { keptName } from '../domain/teaching/attachment.ts';
import { archiveLines, unstatedGaps } from './archive-completeness.ts';
import { roomFault } from './room-capacity.ts';

const nothing = Object.fromEntries(Object.keys(archiveSources).map((source) => [source, ''])) as Record<
  ArchiveSource,
  string
>;
const part = { id: 'own', title: '自定', source: null, isRequired: true, needsAttachment: false };

describe('第22条: what an archive must not lack', () => {
  test('an empty class lacks every part but what may be absent', () => {
    const lines = archiveLines(defaultArchiveParts, { sources: nothing, attachments: new Map() });
    expect(lines.filter(({ isGap }) => !isGap).map(({ part: { id } }) => id)).toEqual(['photos']);
  });

  test.each([
    ['what the app has is enough', { source: 'fees' as const }, '2 笔应收', 0, false, '2 笔应收'],
    ['so is an attachment', { source: 'fees' as const }, '', 1, false, '附件 1 件'],
    [
      'unless signed paper is asked for',
      { source: 'fees' as const, needsAttachment: true },
      '2 笔应收',
      0,
      true,
      '2 笔应收；还没有附件',
    ],
    [
      'which then completes it',
      { source: 'fees' as const, needsAttachment: true },
      '2 笔应收',
      2,
      false,
      '2 笔应收；附件 2 件',
    ],
    [
      'a part that may be absent is no gap',
      { isRequired: false, needsAttachment: true },
      '',
      0,
      false,
      '还没有附件',
    ],
    ['nothing is a gap', {}, '', 0, true, '还没有内容'],
  ])('%s', (_, about, own, attached, isGap, state) => {
    const attachments = new Map(attached === 0 ? [] : [['own', attached]]);
    const [line] = archiveLines([{ ...part, ...about }], { sources: { ...nothing, fees: own }, attachments });
    expect([line?.isGap, line?.state]).toEqual([isGap, state]);
  });

  test('each gap has its own reason; a blank one is none', () => {
    const lines = archiveLines(defaultArchiveParts.slice(0, 3), { sources: nothing, attachments: new Map() });
    const stated = [
      { part: 'plan', title: '', reason: '计划外' },
      { part: 'notice', title: '', reason: '  ' },
    ];
    expect(unstatedGaps(lines, stated).map(({ part: { id } }) => id)).toEqual(['notice', 'timetable']);
  });

  test('parts of one id are no checklist', () => {
    expect(archiveParts.safeParse([part, part]).success).toBe(false);
    expect(archiveParts.safeParse(defaultArchiveParts).success).toBe(true);
  });
});

test.each([
  ['签到 150102199001011230.pdf', '签到 ****1230.pdf'],
  ['15010219900101123x张三.jpg', '****123x张三.jpg'],
  ['扫描_20261125_0001.pdf', '扫描_20261125_0001.pdf'],
  ['IMG_20261125093012.jpg', 'IMG_20261125093012.jpg'],
])('a file called %s is kept as %s', (name, kept) => expect(keptName(name)).toBe(kept));

test.each([
  ['301 教室', 41, '301教室容纳 40 人，本班 41 人'],
  ['301教室', 40, null],
  ['教学楼 301 教室', 41, '301教室容纳 40 人，本班 41 人'],
  ['别处', 400, null],
  ['', 400, null],
])('第21条: in %s with %i learners', (place, learners, fault) => {
  const room = {
    kind: 'room' as const,
    id: 'r',
    name: '301教室',
    premises: '教学楼',
    capacity: 40,
    note: '',
    endedOn: null,
    proof: null,
  };
  expect(roomFault(place, learners, [room])).toBe(fault);
});
