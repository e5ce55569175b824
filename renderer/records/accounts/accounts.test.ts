import { expect, test } from 'vitest';
import { openDesk, refused } from '../../../tests/support/desk.ts';
import { addAccount, editAccount, foundAdministrator } from './account-commands.ts';

const lock = { salt: 'AAAA', cost: 32_768, wrapped: 'AAAA' };
const founder = {
  id: '019ab000-0000-7000-8000-000000000001',
  name: '周老师',
  keyId: 'k1',
  lock,
};

test('the first start makes one administrator and keeps the key’s escrow with the data', async () => {
  const desk = await openDesk();
  await desk.execute(foundAdministrator, founder);
  expect(await desk.database.rows.accounts.toArray()).toMatchObject([
    { name: '周老师', roles: ['administrator'], active: true },
  ]);
  expect(await desk.database.rows.escrow.get('recovery')).toEqual({ id: 'recovery', keyId: 'k1', lock });
  expect((await refused(desk.execute(foundAdministrator, founder))).code).toBe('accountsExist');
});

test('a name stands for one person, in the history too', async () => {
  const desk = await openDesk();
  await desk.execute(foundAdministrator, founder);
  expect((await refused(desk.execute(addAccount, { name: '周老师', roles: ['teacher'] }))).message).toContain(
    '账号“周老师”已存在',
  );
});

test.each([
  ['stopped', { active: false }],
  ['made a teacher', { roles: ['teacher' as const] }],
])('the last administrator can not be %s; with a second one it can', async (_, change) => {
  const desk = await openDesk();
  await desk.execute(foundAdministrator, founder);
  const { id, name } = founder;
  const next = { id, name, roles: ['administrator' as const], active: true, ...change };
  expect((await refused(desk.execute(editAccount, next))).code).toBe('lastAdministrator');
  await desk.execute(addAccount, { name: '高老师', roles: ['administrator', 'teacher'] });
  await desk.execute(editAccount, next);
  expect(await desk.database.rows.accounts.get(id)).toMatchObject(change);
});
