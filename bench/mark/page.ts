import { v7 as uuid } from 'uuid';
import { commands } from '../../renderer/app/commands.ts';
import { BaseStore } from '../../renderer/database/base-store.ts';
import { createExecute } from '../../renderer/database/execute.ts';
import { Outbox } from '../../renderer/database/outbox.ts';
import { Vault } from '../../renderer/database/vault.ts';
import { createHostAccess } from '../../renderer/host/context.tsx';
import { chooseTransport } from '../../renderer/host/transport.ts';
import { markAttendance } from '../../renderer/records/attendance/mark-commands.ts';
import { guards } from '../../renderer/records/guards/guards.ts';
import { loadSample } from '../../renderer/records/sample/load-sample.ts';

/** A desk without its screens: the real database, the real outbox, the real host. */
async function openDesk() {
  const { host } = createHostAccess(chooseTransport());
  const database = new BaseStore('base-1');
  await database.open();
  database.unlock(new Vault(crypto.getRandomValues(new Uint8Array(32))));
  const execute = createExecute({
    store: database,
    commands,
    guards,
    outbox: new Outbox(database, host.journal),
    currentActor: () => ({ name: '周老师', roles: ['administrator'] }),
    missingCharacters: async (texts) => texts.map(() => []),
  });
  await execute(loadSample, {});
  return { database, execute };
}

function openBare(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('attendance', { keyPath: 'sessionId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function strictPut(database: IDBDatabase, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('attendance', 'readwrite', { durability: 'strict' });
    transaction.objectStore('attendance').put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

export interface Round {
  /** Milliseconds of one, in the middle of the round. */
  mark: number;
  put: number;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function measure(rounds: number, marks: number): Promise<Round[]> {
  const { database, execute } = await openDesk();
  const bare = await openBare();
  const past = (await database.rows.attendance.toArray())[0];
  if (!past) throw new Error('the sample has no marks');
  const learnerIds = Object.keys(past.marks);
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: { mark: number[]; put: number[] } = { mark: [], put: [] };
    // One after the other by turns, so that whatever else the machine does falls on both.
    for (let index = 0; index < marks; index += 1) {
      const learnerId = learnerIds[index % learnerIds.length] ?? uuid();
      const status = (['present', 'late', 'leave', 'absent'] as const)[index % 4] ?? 'present';
      const marked = [{ learnerId, status }];
      times.mark.push(
        await timed(() => execute(markAttendance, { sessionId: past.sessionId, marks: marked })),
      );
      const row = {
        ...past,
        marks: { ...past.marks, [learnerId]: { status, at: String(index), by: '周老师', note: '' } },
      };
      times.put.push(await timed(() => strictPut(bare, row)));
    }
    results.push({ mark: median(times.mark), put: median(times.put) });
  }
  return results;
}

Object.assign(window, { measure });
