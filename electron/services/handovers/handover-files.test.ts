import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/domain/base.ts';
import type { ClassFile, MarksFile } from '../../../shared/exchange/handover/class-file.ts';
import {
  newHandoverCode,
  readClassFile,
  readMarksFile,
  writeClassFile,
  writeMarksFile,
} from './handover-files.ts';
import { SharedFolder } from './shared-folder.ts';

const id = (digit: number) => `01990000-0000-7000-8000-00000000000${digit}`;
const key = 'ab'.repeat(32);

const content: ClassFile = {
  format: 'jidi-class',
  version: 1,
  handoverId: id(1),
  key,
  from: '周老师',
  madeAt: '2026-11-24T04:00:00.000Z',
  base: {
    profile: {
      name: '示例市继续教育基地',
      code: 'SL01',
      approvalNumber: '示人社发〔2017〕1号',
      approvalDate: '2017-03-01',
      authority: '示例市人社局',
      level: 'regional',
      address: '示例市',
      regionCode: '1501',
    },
    settings: defaultSettings,
  },
  course: {
    id: id(2),
    title: '知识更新',
    subjectKind: 'professional',
    content: '内容',
    creditHours: 8,
    textbook: '',
  },
  trainingClass: {
    id: id(3),
    number: '2026-01',
    title: '知识更新班',
    courseId: id(2),
    content: '内容',
    organiser: '示例市继续教育基地',
    place: '201',
    mode: 'inPerson',
    responsibleTeacher: '王老师',
    capacity: null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    startDate: null,
    endDate: null,
  },
  sessions: [],
  enrolments: [],
  learners: [
    {
      id: id(4),
      number: '10000001',
      name: '张三',
      sex: 'male',
      document: { kind: 'passport', number: 'E12345678' },
    },
  ],
  attendance: [],
};

const marks: MarksFile = {
  format: 'jidi-marks',
  version: 1,
  handoverId: id(1),
  classId: id(3),
  machine: id(5),
  from: '王老师',
  madeAt: '2026-11-24T05:00:00.000Z',
  entries: [],
  walkIns: [],
};

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
    expect(readMarksFile('点名', file, { [id(1)]: key })).toEqual(marks);
    const reading = (keys: Record<string, string>) => () => readMarksFile('点名', file, keys);
    expect(reading({ [id(9)]: key })).toThrow(expect.objectContaining({ code: 'handoverForeign' }));
    expect(reading({ [id(1)]: 'cd'.repeat(32) })).toThrow(
      expect.objectContaining({ code: 'handoverUnreadable' }),
    );
  });

  test('altered at any byte it is refused', () => {
    const file = writeMarksFile(marks, key);
    for (let offset = 0; offset < file.length; offset += 1) {
      const altered = Buffer.from(file);
      altered[offset] = (altered[offset] ?? 0) ^ 1;
      expect(() => readMarksFile('点名', altered, { [id(1)]: key })).toThrow(
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
