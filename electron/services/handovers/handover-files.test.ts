import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handedClass as content, handedMarks as marks } from '../../../tests/support/handed-class.ts';
import {
  newHandoverCode,
  readClassFile,
  readMarksFile,
  writeClassFile,
  writeMarksFile,
} from './handover-files.ts';
import { SharedFolder } from './shared-folder.ts';

const { key, handoverId } = content;

describe('a class file', () => {
  test('opens with its code, however it is typed, and shows nobody’s number to who has none', async () => {
    const code = newHandoverCode();
    expect(code).toMatch(/^([2-9A-Z]{4}-){2}[2-9A-Z]{4}$/);
    const file = await writeClassFile(content, code);
    expect(file.includes('E12345678')).toBe(false);
    expect(await readClassFile('班级', file, code.toLowerCase().replaceAll('-', ' '))).toEqual(content);
    await expect(readClassFile('班级', file, newHandoverCode())).rejects.toMatchObject({
      code: 'handoverCodeWrong',
    });
  });

  test('altered at any byte it does not open', async () => {
    const code = newHandoverCode();
    const file = await writeClassFile(content, code);
    for (const offset of [0, 5, 13, 20, 29, 40, 60, file.length - 1]) {
      const altered = Buffer.from(file);
      altered[offset] = (altered[offset] ?? 0) ^ 1;
      await expect(readClassFile('班级', altered, code)).rejects.toMatchObject({
        code: expect.stringMatching(/^handover(Unreadable|CodeWrong)$/),
      });
    }
    await expect(readClassFile('班级', file.subarray(0, 20), code)).rejects.toMatchObject({
      code: 'handoverCodeWrong',
    });
  });
});

describe('a file of marks', () => {
  test('opens on the machine that gave the class, and on no other', () => {
    const file = writeMarksFile(marks, key);
    expect(readMarksFile('点名', file, { [handoverId]: key })).toEqual(marks);
    const reading = (keys: Record<string, string>) => () => readMarksFile('点名', file, keys);
    expect(reading({ '01990000-0000-7000-8000-000000000009': key })).toThrow(
      expect.objectContaining({ code: 'handoverForeign' }),
    );
    expect(reading({ [handoverId]: 'cd'.repeat(32) })).toThrow(
      expect.objectContaining({ code: 'handoverUnreadable' }),
    );
  });

  test('altered at any byte it is refused', () => {
    const file = writeMarksFile(marks, key);
    for (let offset = 0; offset < file.length; offset += 1) {
      const altered = Buffer.from(file);
      altered[offset] = (altered[offset] ?? 0) ^ 1;
      expect(() => readMarksFile('点名', altered, { [handoverId]: key })).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^handover/) }),
      );
    }
  });
});

describe('the shared folder', () => {
  test('takes and lists exchange files only, and none by a name that leads out of it', async () => {
    const [data, shared] = [await mkdtemp(join(tmpdir(), 'data-')), await mkdtemp(join(tmpdir(), 'shared-'))];
    const folder = new SharedFolder(data);
    await expect(folder.put('a.jidi-class', Buffer.from('a'))).rejects.toMatchObject({
      code: 'sharedFolderMissing',
    });
    await folder.setFolder(shared);
    await folder.put('班级 1.jidi-class', Buffer.from('class'));
    await writeFile(join(shared, '其他.docx'), 'x');
    await writeFile(join(shared, '.隐藏.jidi-marks'), 'x');
    expect((await folder.describe()).files.map(({ name }) => name)).toEqual(['班级 1.jidi-class']);
    expect(await folder.read('班级 1.jidi-class')).toEqual(Buffer.from('class'));
    for (const name of ['../出去.jidi-class', '/tmp/出去.jidi-class', 'a\\b.jidi-class', 'x\0.jidi-class']) {
      await expect(folder.put(name, Buffer.from('x'))).rejects.toMatchObject({ code: 'attachmentVanished' });
      await expect(folder.read(name)).rejects.toMatchObject({ code: 'attachmentVanished' });
    }
    expect((await readdir(shared)).sort()).toEqual(['.隐藏.jidi-marks', '其他.docx', '班级 1.jidi-class']);
    expect(await readFile(join(shared, '班级 1.jidi-class'), 'utf8')).toBe('class');
  });

  test('one that is gone is said, and nothing is lost', async () => {
    const folder = new SharedFolder(await mkdtemp(join(tmpdir(), 'data-')));
    await expect(folder.setFolder('/nowhere/at/all')).rejects.toMatchObject({ code: 'sharedFolderMissing' });
    expect(await folder.describe()).toEqual({ folder: null, failure: null, files: [] });
  });
});
