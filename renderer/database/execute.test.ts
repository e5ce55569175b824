import { expect, test } from 'vitest';
import { z } from 'zod';
import { administratorOnly } from '../../shared/domain/base/actor.ts';
import { noOutbox, openDesk, refused, setUp } from '../../tests/support/desk.ts';
import { setUpBase } from '../records/base/base-commands.ts';
import { addCourse } from '../records/courses/course-commands.ts';
import { guards } from '../records/guards/guards.ts';
import { BaseStore } from './base-store.ts';
import { defineCommand } from './command.ts';
import { createExecute } from './execute.ts';

const course = {
  title: '新技术',
  subjectKind: 'general',
  content: '内容',
  creditHours: 8,
  textbook: '',
} as const;

test('a command leaves its change and one journal entry saying who did what when', async () => {
  const desk = await openDesk();
  const added = await desk.execute(addCourse, course);
  expect(await desk.database.rows.courses.toArray()).toEqual([added]);
  expect(await desk.database.rows.journal.toArray()).toEqual([
    {
      sequence: 1,
      id: expect.any(String),
      at: '2026-11-24T04:00:00.000Z',
      actor: { name: '周老师', roles: ['administrator'] },
      command: 'addCourse',
      event: 'courseAdded',
      changes: [{ table: 'courses', key: added.id, added }],
      records: [`courses:${added.id}`],
    },
  ]);
});

test('going round execute throws, and nothing is written', async () => {
  const { database } = await openDesk();
  await expect(database.rowsOf('courses').put({ id: 'x', ...course })).rejects.toThrow(
    'only be written by execute',
  );
  await expect(database.bookkeeping.journal.clear()).rejects.toThrow();
  expect(await database.rows.courses.count()).toBe(0);
});

test('a command that fails half way leaves neither change nor entry', async () => {
  const half = defineCommand({
    name: 'addCourse',
    label: '写一半',
    event: 'halfWritten',
    roles: administratorOnly,
    input: z.object({}),
    async perform(_, { write }) {
      await write.put('courses', { id: 'x', ...course });
      throw new Error('power cut');
    },
  });
  const { database, actor } = await openDesk();
  const execute = createExecute({
    store: database,
    commands: [half],
    guards,
    currentActor: () => actor,
    missingCharacters: async () => [],
    outbox: noOutbox,
  });
  expect((await refused(execute(half, {}))).message).toContain('power cut');
  expect(await database.rows.courses.count()).toBe(0);
  expect(await database.rows.journal.count()).toBe(0);
});

test('a role that may not is refused by the command, not only by the screen', async () => {
  const desk = await openDesk();
  desk.actor = { name: '前台小李', roles: ['frontDesk'] };
  expect(await refused(desk.execute(addCourse, course))).toEqual({
    code: 'notAllowed',
    message: '当前身份是前台，不能添加课程。请换由有权限的人操作。',
  });
});

test('bad input is refused in Chinese before a transaction opens', async () => {
  const desk = await openDesk();
  expect((await refused(desk.execute(addCourse, { ...course, content: ' ' }))).message).toContain(
    '第10条要求登记',
  );
  expect(await desk.database.rows.journal.count()).toBe(0);
});

test('an unlisted and a doubly listed command are programming errors', async () => {
  const { database, actor } = await openDesk();
  const options = {
    guards,
    store: database,
    currentActor: () => actor,
    missingCharacters: async () => [],
    outbox: noOutbox,
  };
  await expect(createExecute({ ...options, commands: [] })(addCourse, course)).rejects.toThrow('not listed');
  expect(() => createExecute({ ...options, commands: [setUpBase, setUpBase] })).toThrow('two commands');
});

test('sequence numbers have no gap and no double when commands race', async () => {
  const desk = await openDesk();
  await setUp(desk);
  await Promise.all(Array.from({ length: 20 }, () => desk.execute(addCourse, course)));
  const sequences = (await desk.database.rows.journal.toArray()).map(({ sequence }) => sequence);
  expect(sequences).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
});

test('the queries the screens live by use an index', async () => {
  const database = new BaseStore(`indexes-${crypto.randomUUID()}`);
  await database.open();
  const indexes = (table: string) => database.table(table).schema.indexes.map(({ name }) => name);
  expect(indexes('learners')).toEqual(['identities', 'terms', 'employerId']);
  expect(indexes('sessions')).toEqual(['classId', 'date', '[trainerName+date]']);
  expect(indexes('certificates')).toEqual([
    'number',
    'classId',
    'learnerId',
    '[state+issuedAt]',
    'toReplace.at',
  ]);
  expect(indexes('ledger')).toEqual(['learnerId']);
});
