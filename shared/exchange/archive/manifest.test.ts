import { describe, expect, test } from 'vitest';
import { type ArchiveManifest, filesOf, readManifest, writeManifest } from './manifest.ts';

const file = (name: string) => ({ file: name, hash: 'a'.repeat(64), bytes: 3 });
const manifest: ArchiveManifest = {
  format: 1,
  kind: 'volume',
  number: 'D-2026-0001',
  baseName: '示例基地',
  classNumber: '2026-01',
  classTitle: '知识更新培训班',
  filedOn: '2026-11-25',
  filedBy: '周老师',
  reason: '',
  keptUntilYear: 2036,
  gaps: [{ part: 'photos', title: '照片', reason: '没有拍照' }],
  volume: { ...file('案卷.pdf'), pages: 3 },
  data: file('数据.xlsx'),
  parts: [{ id: 'roster', title: '学员名册', items: [] }],
  attachments: [{ ...file('附件/05 签到 1 表.pdf'), part: 'attendance' }],
};

describe('a manifest', () => {
  test('is read as it was written, with every file it lists', () => {
    const read = readManifest(writeManifest(manifest));
    expect(read).toEqual(manifest);
    expect(filesOf(manifest).map((one) => one.file)).toEqual([
      '案卷.pdf',
      '数据.xlsx',
      '附件/05 签到 1 表.pdf',
    ]);
  });

  test('of which any byte was changed is none, unless the change says something else in the same form', () => {
    const bytes = Buffer.from(writeManifest(manifest));
    const undetected: string[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Buffer.from(bytes);
      broken[at]! ^= 1;
      const read = readManifest(broken.toString('utf8'));
      if (read !== null) undetected.push(JSON.stringify(read));
    }
    // Words may be exchanged for words; the volume's hash on record tells that. Form never may.
    expect(undetected).not.toContain(JSON.stringify(manifest));
  });

  test.each([
    [
      'another order of its lines',
      JSON.stringify(Object.fromEntries(Object.entries(manifest).reverse()), null, 2),
    ],
    ['no line break at its end', writeManifest(manifest).trimEnd()],
    ['something more', writeManifest({ ...manifest }).replace('"format"', '"more": 1,\n  "format"')],
    ['another format', writeManifest(manifest).replace('"format": 1', '"format": 2')],
    ['no JSON', 'PK'],
  ])('with %s is none', (_, text) => expect(readManifest(text)).toBeNull());
});
