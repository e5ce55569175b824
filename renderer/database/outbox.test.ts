import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, refused, setUp } from '../../tests/support/desk.ts';
import { MemoryJournal } from '../../tests/support/memory-journal.ts';
import { addCourse } from '../records/courses/course-commands.ts';
import { loadSample } from '../records/sample/load-sample.ts';
import type { BaseStore } from './base-store.ts';
import { entryOf } from './content-proof.ts';
import { Outbox } from './outbox.ts';
import { compareWithJournal, rebuildFromJournal } from './recovery.ts';
import { tableNames } from './rows.ts';

const course = {
  title: '新技术',
  subjectKind: 'general',
  content: '内容',
  creditHours: 8,
  textbook: '',
} as const;

async function openJournaled(): Promise<{ desk: Desk; file: MemoryJournal; outbox: Outbox }> {
  const file = new MemoryJournal();
  let outbox: Outbox | undefined;
  const desk = await openDesk((database) => {
    outbox = new Outbox(database, file);
    return outbox;
  });
  return { desk, file, outbox: outbox! };
}

async function contentOf(database: BaseStore): Promise<unknown[]> {
  return Promise.all(tableNames.map((name) => database.table(name).toArray()));
}

describe('the outbox', () => {
  test('an act is acknowledged when its entry is in the journal file', async () => {
    const { desk, file, outbox } = await openJournaled();
    await desk.execute(addCourse, course);
    expect(file.entries()).toEqual((await desk.database.rows.journal.toArray()).map(entryOf));
    expect(outbox.currentState()).toEqual({ kind: 'saved' });
  });

  test('acts that race arrive in order, each once', async () => {
    const { desk, file } = await openJournaled();
    await Promise.all(Array.from({ length: 25 }, () => desk.execute(addCourse, course)));
    expect(file.entries().map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    );
  });

  test('whenever an act ends, its own entry is in the file, however acts overlap', async () => {
    const { desk, file } = await openJournaled();
    const act = async (pause: number) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const { id } = await desk.execute(addCourse, course);
      return file.lines.some((line) => line.includes(id));
    };
    const arrived = await Promise.all(Array.from({ length: 60 }, (_, index) => act((index * 7) % 40)));
    expect(arrived).toEqual(arrived.map(() => true));
  });

  test('a full disk is said, stops the next act before it changes anything, and loses nothing', async () => {
    const { desk, file, outbox } = await openJournaled();
    await desk.execute(addCourse, course);
    file.failure = '磁盘已满';
    await desk.execute(addCourse, course);
    expect(outbox.currentState()).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('磁盘已满'),
    });
    expect((await refused(desk.execute(addCourse, course))).code).toBe('notSaved');
    expect(await desk.database.rows.courses.count()).toBe(2);
    file.failure = null;
    await desk.execute(addCourse, course);
    expect(file.entries()).toEqual((await desk.database.rows.journal.toArray()).map(entryOf));
    expect(outbox.currentState()).toEqual({ kind: 'saved' });
  });

  test('an answer lost on the way makes no double', async () => {
    const { desk, file, outbox } = await openJournaled();
    file.losesAnswers = true;
    await desk.execute(addCourse, course);
    expect(outbox.currentState().kind).toBe('failed');
    file.losesAnswers = false;
    await desk.execute(addCourse, course);
    expect(file.entries().map(({ sequence }) => sequence)).toEqual([1, 2]);
  });
});

describe('at start, database and journal file are compared', () => {
  test('a database that is gone is rebuilt to equal rows', async () => {
    const { desk, file } = await openJournaled();
    await desk.execute(loadSample, {});
    await desk.execute(addCourse, course);
    const fresh = await openDesk();
    expect(await compareWithJournal(fresh.database, file)).toEqual({
      kind: 'databaseBehind',
      database: 0,
      journal: 2,
    });
    const progress: number[] = [];
    await rebuildFromJournal(fresh.database, file, (done) => progress.push(done));
    expect(progress).toEqual([0, 2]);
    expect(await contentOf(fresh.database)).toEqual(await contentOf(desk.database));
    expect(await compareWithJournal(fresh.database, file)).toEqual({ kind: 'even' });
  });

  test('a journal that is behind is even: the outbox ships what it lacks', async () => {
    const { desk, file, outbox } = await openJournaled();
    await setUp(desk);
    await desk.execute(addCourse, course);
    file.lines.pop();
    expect(await compareWithJournal(desk.database, file)).toEqual({ kind: 'even' });
    const restarted = new Outbox(desk.database, file);
    await restarted.ship();
    expect(file.entries()).toEqual((await desk.database.rows.journal.toArray()).map(entryOf));
    expect(outbox.currentState()).toEqual({ kind: 'saved' });
  });

  test('a journal of another database is not taken for this one', async () => {
    const [one, other] = await Promise.all([openJournaled(), openJournaled()]);
    await setUp(one.desk);
    await setUp(other.desk);
    await other.desk.execute(addCourse, course);
    expect(await compareWithJournal(one.desk.database, other.file)).toEqual({ kind: 'forked', sequence: 1 });
  });

  test('a restored backup is told from a foreign journal by the entry that says so', async () => {
    const { desk, file } = await openJournaled();
    await setUp(desk);
    await desk.execute(addCourse, course);
    await desk.execute(addCourse, course);
    const [first, second, third] = file.entries();
    const { sequence, id } = third!;
    const restore = { ...second, id: crypto.randomUUID(), changes: [], replaces: [{ sequence, id }] };
    file.lines = [first, restore].map((entry) => JSON.stringify(entry));
    expect(await compareWithJournal(desk.database, file)).toEqual({ kind: 'restored', journal: 2 });
  });

  test('a row that is not what was written is named, and the journal builds it anew', async () => {
    const { desk, file } = await openJournaled();
    await setUp(desk);
    const { id } = await desk.execute(addCourse, course);
    const before = await contentOf(desk.database);
    await desk.database.write(async () => {
      await desk.database.rowsOf('courses').update(id, { creditHours: 99 });
    });
    expect(await compareWithJournal(desk.database, file)).toEqual({
      kind: 'databaseDamaged',
      tables: ['courses'],
      journal: 2,
    });
    const fresh = await openDesk();
    const proof = await rebuildFromJournal(fresh.database, file, () => undefined);
    expect(await contentOf(fresh.database)).toEqual(before);
    expect(proof).toMatchObject({ base: { rows: 1 }, courses: { rows: 1 }, journal: { rows: 2 } });
  });

  test('a store that the browser can’t read any more is built anew like a damaged one', async () => {
    const { desk, file } = await openJournaled();
    await setUp(desk);
    desk.database.close();
    expect((await compareWithJournal(desk.database, file)).kind).toBe('databaseDamaged');
  });

  test('a damaged journal is mended from the database if that is whole, else both are damaged', async () => {
    const { desk, file } = await openJournaled();
    await setUp(desk);
    file.damage = { segment: 'journal-1.log', offset: 40, reason: '条目内容校验不符' };
    expect((await compareWithJournal(desk.database, file)).kind).toBe('journalDamaged');
    const fresh = await openDesk();
    expect((await compareWithJournal(fresh.database, file)).kind).toBe('bothDamaged');
  });
});
