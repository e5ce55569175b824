import { z } from 'zod';
import { type Account, accountDetails, keyLock } from '../../../shared/domain/base/account.ts';
import { administratorOnly, everybody } from '../../../shared/domain/base/actor.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

async function refuseNameTaken(name: string, id: string | null, { database }: CommandContext): Promise<void> {
  const holder = await database.rows.accounts.where('name').equals(name).first();
  if (holder && holder.id !== id) throw refusal('accountNameTaken', { name });
}

/** @throws Refusal lastAdministrator where nobody else could administer the base any more */
async function refuseLastAdministrator(next: Account, { database }: CommandContext): Promise<void> {
  if (next.active && next.roles.includes('administrator')) return;
  const others = await database.rows.accounts
    .filter(({ id, active, roles }) => id !== next.id && active && roles.includes('administrator'))
    .count();
  if (others === 0) throw refusal('lastAdministrator', { name: next.name });
}

const escrowed = { keyId: z.string(), lock: keyLock };

/** The first start: whoever sets the app up becomes its administrator. */
export const foundAdministrator = defineCommand({
  name: 'foundAdministrator',
  label: '建立管理员',
  event: 'administratorFounded',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), name: accountDetails.shape.name, ...escrowed }),
  async perform({ id, name, keyId, lock }, { database, write, at }) {
    if ((await database.rows.accounts.count()) > 0) throw refusal('accountsExist');
    await write.put('accounts', { id, name, roles: ['administrator'], active: true, passwordSetAt: at });
    await write.put('escrow', { id: 'recovery', keyId, lock });
  },
});

export const addAccount = defineCommand({
  name: 'addAccount',
  label: '添加账号',
  event: 'accountAdded',
  roles: administratorOnly,
  atClassroom: true,
  input: accountDetails,
  async perform(details, context): Promise<Account> {
    await refuseNameTaken(details.name, null, context);
    const account = { ...details, id: context.newId(), active: true, passwordSetAt: null };
    await context.write.put('accounts', account);
    return account;
  },
});

/** Renames an account, gives it other roles, stops it or lets it in again. */
export const editAccount = defineCommand({
  name: 'editAccount',
  label: '修改账号',
  event: 'accountEdited',
  roles: administratorOnly,
  atClassroom: true,
  input: accountDetails.extend({ id: z.uuid(), active: z.boolean() }),
  async perform({ id, ...details }, context) {
    const before = await mustGet(context.database, 'accounts', id, '账号');
    await refuseNameTaken(details.name, id, context);
    const account = { ...before, ...details };
    await refuseLastAdministrator(account, context);
    await context.write.put('accounts', account);
    return account;
  },
});

const whose = z.object({ id: z.uuid() });

async function notePassword(id: string, { database, write, at }: CommandContext): Promise<void> {
  await write.put('accounts', { ...(await mustGet(database, 'accounts', id, '账号')), passwordSetAt: at });
}

/** Notes that someone changed their own password; the password itself is the host's alone. */
export const recordPasswordChange = defineCommand({
  name: 'recordPasswordChange',
  label: '修改密码',
  event: 'passwordChanged',
  roles: everybody,
  atClassroom: true,
  input: whose,
  perform: ({ id }, context) => notePassword(id, context),
});

/** Notes that an administrator gave an account a password. */
export const recordPasswordReset = defineCommand({
  name: 'recordPasswordReset',
  label: '重设密码',
  event: 'passwordReset',
  roles: administratorOnly,
  atClassroom: true,
  input: whose,
  perform: ({ id }, context) => notePassword(id, context),
});

/** Keeps the new recovery lock with the data; the sheet printed before no longer opens it. */
export const recordRecoveryRenewal = defineCommand({
  name: 'recordRecoveryRenewal',
  label: '更换恢复码',
  event: 'recoveryRenewed',
  roles: administratorOnly,
  atClassroom: true,
  input: z.object(escrowed),
  async perform({ keyId, lock }, { write }) {
    await write.put('escrow', { id: 'recovery', keyId, lock });
  },
});
