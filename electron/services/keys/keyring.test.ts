import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Attempts, waitSecondsAfter } from './attempts.ts';
import { backupPublicKey, contentKeyOf, newContentKey, newRootKey } from './derived-keys.ts';
import { Keyring } from './keyring.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';

const zhou = { id: '019ab000-0000-7000-8000-000000000001', name: '周老师' };
const li = { id: '019ab000-0000-7000-8000-000000000002', name: '小李' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});

test('every password opens the same key; a wrong one opens nothing', async () => {
  const keyring = new Keyring(folder);
  const founded = await keyring.found(zhou, 'correct horse');
  await keyring.setPassword(founded.session, li, 'battery staple');
  const again = new Keyring(folder);
  const opened = await again.signIn(li.id, 'battery staple');
  expect(opened.key).toEqual(founded.key);
  await expect(again.signIn(zhou.id, 'battery staple')).rejects.toMatchObject({ code: 'wrongPassword' });
});

test('neither key nor password lies in the file in clear', async () => {
  const { key } = await new Keyring(folder).found(zhou, 'correct horse');
  const file = await readFile(join(folder, 'keys.json'), 'utf8');
  for (const secret of [
    'correct horse',
    Buffer.from(key).toString('base64'),
    Buffer.from(key).toString('hex'),
  ]) {
    expect(file).not.toContain(secret);
  }
});

test('a second founding is refused, also over a damaged file', async () => {
  await new Keyring(folder).found(zhou, 'correct horse');
  await expect(new Keyring(folder).found(li, 'battery staple')).rejects.toMatchObject({ code: 'keysExist' });
  await writeFile(join(folder, 'keys.json'), '{');
  await expect(new Keyring(folder).found(li, 'battery staple')).rejects.toMatchObject({ code: 'keysExist' });
});

test('a key file that can’t be read is not taken for a lost one, and nothing is written over it', async () => {
  const { recoveryCode } = await new Keyring(folder).found(zhou, 'correct horse');
  const kept = await new Keyring(folder).read();
  const lock = kept.kind === 'ready' ? kept.keys.recovery : null;
  const path = join(folder, 'keys.json');
  await rename(path, `${path}.away`);
  await mkdir(path);
  const keyring = new Keyring(folder);
  for (const act of [
    () => keyring.read(),
    () => keyring.signIn(zhou.id, 'correct horse'),
    () => keyring.found(li, 'battery staple'),
    () => keyring.recover(recoveryCode, lock, zhou, 'new password'),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'diskUnreadable' });
});

test('a damaged key file is kept beside the one that the recovery code makes', async () => {
  const { recoveryCode } = await new Keyring(folder).found(zhou, 'correct horse');
  const kept = await new Keyring(folder).read();
  const lock = kept.kind === 'ready' ? kept.keys.recovery : null;
  const path = join(folder, 'keys.json');
  await writeFile(path, '{"format":1,');
  await new Keyring(folder).recover(recoveryCode, lock, zhou, 'new password');
  const beside = (await readdir(folder)).filter((name) => name.startsWith('keys.json.damaged'));
  expect(beside).toHaveLength(1);
  expect(await readFile(join(folder, beside[0]!), 'utf8')).toBe('{"format":1,');
});

test('guesses that can’t be read are not taken for none', async () => {
  await new Keyring(folder).found(zhou, 'correct horse');
  const path = join(folder, 'sign-in-attempts.json');
  await writeFile(path, '');
  await expect(new Keyring(folder).signIn(zhou.id, 'wrong horse')).rejects.toMatchObject({
    code: 'settingsUnreadable',
    data: { path },
  });
});

test('an account that was removed has no way to the key any more', async () => {
  const keyring = new Keyring(folder);
  const { session } = await keyring.found(zhou, 'correct horse');
  await keyring.setPassword(session, li, 'battery staple');
  await keyring.removeAccount(session, li.id);
  await expect(keyring.signIn(li.id, 'battery staple')).rejects.toMatchObject({ code: 'noPassword' });
});

test('the recovery code gives a new password, and by the lock kept with the data even without the file', async () => {
  const { key, recoveryCode } = await new Keyring(folder).found(zhou, 'correct horse');
  const reading = await new Keyring(folder).read();
  const escrow = reading.kind === 'ready' ? reading.keys.recovery : null;
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
  expect((await new Keyring(folder).recover(typed, null, zhou, 'new password')).key).toEqual(key);
  expect((await new Keyring(folder).signIn(zhou.id, 'new password')).key).toEqual(key);
  await rm(join(folder, 'keys.json'));
  await expect(new Keyring(folder).recover(typed, null, zhou, 'x'.repeat(8))).rejects.toMatchObject({
    code: 'keysMissing',
  });
  expect((await new Keyring(folder).recover(typed, escrow, zhou, 'once more!')).key).toEqual(key);
  expect((await new Keyring(folder).signIn(zhou.id, 'once more!')).key).toEqual(key);
});

test('over the key file of another base, the lock kept with the data is the one that stays', async () => {
  const other = await mkdtemp(join(tmpdir(), 'keys-'));
  const { key, recoveryCode } = await new Keyring(other).found(zhou, 'correct horse');
  const reading = await new Keyring(other).read();
  const kept = reading.kind === 'ready' ? reading.keys.recovery : null;
  await new Keyring(folder).found(li, 'battery staple');
  await new Keyring(folder).recover(recoveryCode, kept, zhou, 'new password');
  // Once more without what the data keeps: the file itself must open by this sheet now.
  expect((await new Keyring(folder).recover(recoveryCode, null, zhou, 'newer password')).key).toEqual(key);
});

test('a renewed recovery code replaces the one before', async () => {
  const keyring = new Keyring(folder);
  const { session, recoveryCode } = await keyring.found(zhou, 'correct horse');
  const renewed = await keyring.renewRecovery(session);
  await expect(keyring.recover(recoveryCode, null, zhou, 'new password')).rejects.toMatchObject({
    code: 'wrongRecoveryCode',
  });
  await keyring.recover(renewed.recoveryCode, null, zhou, 'new password');
});

test('a system keyring seals the passwords once more; when it is lost the recovery code still opens', async () => {
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const system = { seal: async (bytes: Buffer) => flip(bytes), open: async (bytes: Buffer) => flip(bytes) };
  const lost = {
    seal: system.seal,
    open: async () => {
      throw new Error('keyring changed');
    },
  };
  const { key, recoveryCode } = await new Keyring(folder, system).found(zhou, 'correct horse');
  expect((await new Keyring(folder, system).signIn(zhou.id, 'correct horse')).key).toEqual(key);
  for (const without of [null, lost]) {
    await expect(new Keyring(folder, without).signIn(zhou.id, 'correct horse')).rejects.toMatchObject({
      code: 'keyringLost',
    });
  }
  expect((await new Keyring(folder, lost).recover(recoveryCode, null, zhou, 'new password')).key).toEqual(
    key,
  );
});

test('a session survives a reload of the page, not a restart of the host', async () => {
  const keyring = new Keyring(folder);
  const { session, key } = await keyring.found(zhou, 'correct horse');
  expect(keyring.resume(session)?.key).toEqual(key);
  keyring.leave(session);
  expect(keyring.resume(session)).toBeNull();
  expect(new Keyring(folder).resume(session)).toBeNull();
});

test('guesses are slowed down, over a restart too, and the right password forgets them', async () => {
  expect([0, 2, 3, 4, 5, 20].map(waitSecondsAfter)).toEqual([0, 0, 2, 4, 8, 300]);
  let now = 0;
  const path = join(folder, 'attempts.json');
  const attempts = new Attempts(path, () => now);
  for (let guess = 0; guess < 3; guess += 1) await attempts.note('zhou', false);
  await expect(new Attempts(path, () => now).refuseTooEarly('zhou')).rejects.toMatchObject({
    code: 'tooManyAttempts',
    data: { seconds: 2 },
  });
  await attempts.refuseTooEarly('li');
  now = 2000;
  await attempts.refuseTooEarly('zhou');
  await attempts.note('zhou', true);
  expect(await attempts.note('zhou', false)).toBe(0);
});

test('a recovery code is read with look-alikes and refused with any one digit wrong', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  expect(readRecoveryCode(code.toLowerCase().replaceAll('1', 'l'))).toBe(code);
  const digits = code.replaceAll('-', '');
  for (let place = 0; place < digits.length; place += 1) {
    const other = digits[place] === 'A' ? 'B' : 'A';
    const wrong = digits.slice(0, place) + other + digits.slice(place + 1);
    expect(readRecoveryCode(wrong), `digit ${place}`).toBeNull();
  }
  expect(readRecoveryCode(code.slice(0, -1))).toBeNull();
});

test('a backup is locked without the key and opened only with it', () => {
  const root = newRootKey();
  const { contentKey, ephemeral } = newContentKey(backupPublicKey(root));
  expect(contentKeyOf(root, ephemeral)).toEqual(contentKey);
  expect(contentKeyOf(newRootKey(), ephemeral)).not.toEqual(contentKey);
});
