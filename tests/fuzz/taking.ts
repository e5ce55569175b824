import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthorityStore } from '../../electron/services/authority/store.ts';
import { readIncoming, registerKeys, takeFolder } from '../../electron/services/authority/take-folder.ts';
import { Backups } from '../../electron/services/backups/backups.ts';
import { Restores } from '../../electron/services/backups/restores.ts';
import { Journal } from '../../electron/services/journal/journal.ts';
import { Keyring } from '../../electron/services/keys/keyring.ts';
import type { ReadingThread } from '../../electron/services/reading/tasks.ts';
import { BallotBoxes } from '../../electron/services/surveys/ballot-boxes.ts';
import { sealAnswers } from '../../renderer/survey-form/seal-answers.ts';
import { Refusal } from '../../shared/refusals/index.ts';
import { counted, packed } from '../support/packed-base.ts';
import { answerOf, boxFormOf } from '../support/survey.ts';
import type { Chance } from '../torture/random.ts';
import { mutated } from './mutations.ts';

/** Whether a broken file beside a whole one left anything half taken. */
export type PartlyTaken = (chance: Chance) => Promise<boolean>;

const administrator = { name: '周老师', roles: ['administrator' as const] };

/** Two packages, one broken: both are taken or none is. */
async function inboxTaking(thread: ReadingThread): Promise<PartlyTaken> {
  const [whole, other] = await Promise.all([
    packed({ at: 0 }, counted(10, 12)),
    packed({ at: 1 }, counted(20, 24)),
  ]);
  return async (chance) => {
    const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
    const [inbox, store] = [await mkdtemp(join(folder, 'in-')), new AuthorityStore(join(folder, 'store'))];
    await writeFile(join(inbox, 'a.zip'), whole.zip);
    await writeFile(join(inbox, 'b.zip'), other.zip);
    const open = (name: string, bytes: Uint8Array) => thread.run('package', { name, bytes });
    await registerKeys(store, await readIncoming(store, inbox, open));
    await writeFile(join(inbox, 'b.zip'), mutated(other.zip, chance));
    const { taken } = await takeFolder(store, inbox, open, {
      take: true,
      today: '2027-01-20',
      authority: '自治区人社厅',
    });
    const kept = (await store.packages()).length;
    const files = (await readdir(store.folder, { recursive: true })).filter((name) =>
      name.endsWith('.parquet'),
    );
    await rm(folder, { recursive: true });
    return kept !== taken || files.length !== taken || taken === 1;
  };
}

/** Two answer files, one broken: both are counted or none is. */
async function boxTaking(thread: ReadingThread): Promise<PartlyTaken> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const keyring = { rootKey: randomBytes(32) } as Keyring;
  const boxes = new BallotBoxes(folder, keyring, thread);
  return async (chance) => {
    const form = boxFormOf();
    await boxes.open(form);
    const { publicKey } = await boxes.formOf(form.runId);
    const sealed = async (token: string) =>
      Buffer.from(
        JSON.stringify(
          await sealAnswers(form.runId, publicKey, [{ token, code: null, answer: answerOf(5) }]),
        ),
      );
    const [one, other] = [
      await sealed('01990000-0000-4000-8000-000000000001'),
      await sealed('01990000-0000-4000-8000-000000000002'),
    ];
    const files = [
      { name: '一', bytes: one },
      { name: '二', bytes: mutated(other, chance) },
    ];
    const isTaken = await boxes.castFiles(form.runId, files).then(
      () => true,
      (thrown: unknown) => {
        if (!(thrown instanceof Refusal)) throw thrown;
        return false;
      },
    );
    const answers = (await boxes.state(form.runId))?.answers;
    return answers !== (isTaken ? 2 : 0);
  };
}

/** A broken backup: the journal is the backup's, or stays as it was. */
async function restoreTaking(thread: ReadingThread): Promise<PartlyTaken> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const journal = new Journal(join(dataFolder, 'journal'));
  const keyring = new Keyring(dataFolder);
  const backups = new Backups({ dataFolder, version: '1.0.0' }, journal, keyring);
  const restores = new Restores(backups, journal, keyring, thread);
  const { recoveryCode } = await keyring.found(
    { id: '01990000-0000-7000-8000-000000000009', name: administrator.name },
    '春风化雨2026',
  );
  await journal.append([
    {
      sequence: 1,
      id: '01990000-0000-7000-8000-000000000001',
      at: '2026-11-24T04:00:00.000Z',
      actor: administrator,
      command: 'addCourse',
      event: 'courseAdded',
      changes: [],
    },
  ]);
  const valid = await backups.read('dataFolder', await backups.make('manual'));
  return async (chance) => {
    const before = await journal.readHead();
    const bytes = new Uint8Array(mutated(valid, chance));
    const isTaken = await restores.restore({ bytes }, recoveryCode, administrator).then(
      () => true,
      (thrown: unknown) => {
        if (!(thrown instanceof Refusal)) throw thrown;
        return false;
      },
    );
    const after = await journal.readHead();
    // Whole, a backup of one entry and the entry that says so.
    return after.damage !== null || (isTaken ? after.sequence !== 2 : after.id !== before.id);
  };
}

/** What is taken from files, each with a broken one among them. */
export async function takings(thread: ReadingThread): Promise<PartlyTaken[]> {
  return [await inboxTaking(thread), await boxTaking(thread), await restoreTaking(thread)];
}
