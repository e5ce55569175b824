import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { printingFonts as fonts } from '../../../../tests/support/fonts.ts';
import { writeSignInSheet } from './sign-in-sheets.ts';

test('lists everybody in order, 22 a page', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sheet-')), 'sheet.pdf');
  const learners = Array.from({ length: 45 }, (_, index) => ({
    number: String(10000001 + index),
    name: `学员${index + 1}`,
    lastFour: String(1000 + index),
    employerName: '内蒙古自治区鄂尔多斯市准格尔旗水土保持研究中心',
  }));
  const sheet = {
    baseName: '示例市继续教育基地',
    classTitle: '知识更新培训班',
    classNumber: '2026-01',
    session: '2026年9月5日 周六 09:00–12:00',
    topic: '质量安全',
    place: '培训楼 201',
    trainerName: '高教授',
    learners,
  };
  expect(await writeSignInSheet(path, fonts, sheet, { onPage: () => undefined })).toBe(3);
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
  const names = [...stdout.matchAll(/学员\d+/g)].map(([name]) => name);
  expect(names).toEqual(learners.map(({ name }) => name));
  expect(stdout).toContain('第 3 页，共 3 页');
});
