import { v7 as uuid } from 'uuid';
import type { Host } from '../../../../shared/contract/host.ts';
import type { OpenedKeys } from '../../../../shared/contract/keys.ts';
import type { Actor } from '../../../../shared/domain/base/actor.ts';
import { type CivilDate, civilDateAt } from '../../../../shared/domain/base/civil-date.ts';
import {
  type BaseStore,
  commands,
  createExecute,
  createHostClient,
  type Execute,
  foundAdministrator,
  guards,
  Outbox,
  openDatabase,
  transport,
  Vault,
} from './product.ts';

/** What the steps of a chain have to say to the tests: codes, names, files as base64. */
export type Facts = Record<string, unknown>;

/** Somebody at the desk of the base that is being built: all that the app's own page has, without its screens. */
export interface BuildingDesk {
  database: BaseStore;
  execute: Execute;
  host: Host;
  today: CivilDate;
  /** What the steps before have said. */
  facts: Facts;
  /** The session of whoever is signed in. */
  session(): string;
  /** A file of the tests' fixtures, by its path there. */
  fixture(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A file that was made for this run as it would come from elsewhere (made-files.ts). */
  made(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The first start: somebody becomes the administrator. */
  found(name: string, password: string): Promise<Facts>;
}

export type Step = (desk: BuildingDesk) => Promise<Facts> | Promise<void>;

export interface SignedIn {
  name: string;
  password: string;
}

async function fetched(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`there is no ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Opens the desk on what this page has kept, for whoever is to work at it; nobody where it is still new. */
export async function openBuildingDesk(facts: Facts, who: SignedIn | null): Promise<BuildingDesk> {
  const host = createHostClient(transport());
  const opening = await openDatabase();
  if (!opening.ok) throw new Error(opening.message);
  const { store: database } = opening;
  let actor: Actor | null = null;
  let opened: OpenedKeys | null = null;
  const enter = (keys: OpenedKeys, name: string) => {
    opened = keys;
    actor = { name, roles: ['administrator'] };
    database.unlock(new Vault(keys.key));
    localStorage.setItem('last-account', keys.accountId);
  };
  const execute = createExecute({
    store: database,
    commands,
    guards,
    outbox: new Outbox(database, host.journal),
    currentActor: () => {
      if (!actor) throw new Error('nobody is signed in');
      return actor;
    },
    missingCharacters: async (texts) => (await host.certificates.missingCharacters({ texts })).missing,
  });
  if (who !== null) {
    const account = (await host.keys.describe({})).accounts.find(({ name }) => name === who.name);
    if (!account) throw new Error(`nobody is called ${who.name}`);
    enter(await host.keys.signIn({ accountId: account.id, password: who.password }), who.name);
  }
  return {
    database,
    execute,
    host,
    today: civilDateAt(Date.now()),
    facts,
    session: () => opened?.session ?? '',
    fixture: (path) => fetched(`/fixtures/${path}`),
    made: (name) => fetched(`/made/${encodeURIComponent(name)}`),
    found: async (name, password) => {
      const id = uuid();
      const keys = await host.keys.found({ person: { id, name }, password });
      enter(keys, name);
      const { recovery } = await host.keys.describe({});
      if (!recovery) throw new Error('no key was made');
      await execute(foundAdministrator, { id, name, ...recovery });
      return { recoveryCode: keys.recoveryCode };
    },
  };
}
