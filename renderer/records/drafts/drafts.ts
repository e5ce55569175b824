import type { Drafted, Published } from '../../../shared/domain/base/drafted.ts';
import { same } from '../../../shared/domain/base/same.ts';
import type { Refusal } from '../../../shared/refusals/index.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { CommandContext } from '../../database/command.ts';
import type { Writer } from '../../database/writer.ts';

/** Where drafts of one kind are kept with their versions, and what is said where an act on them is refused. */
export interface DraftKind<Content, Row extends Drafted<Content>, Version extends Published> {
  /** @throws Refusal notFound */
  find(database: BaseDatabase, id: string): Promise<Row>;
  versionsOf(database: BaseDatabase, id: string): Promise<Version[]>;
  contentOf(version: Version): Content;
  keep(write: Writer, row: Row): Promise<void>;
  keepVersion(write: Writer, id: string, published: Published, content: Content): Promise<void>;
  remove(write: Writer, id: string, versionIds: string[]): Promise<void>;
  unchanged(draft: Content): Refusal;
  unpublished(draft: Content): Refusal;
  inUse(draft: Content): Refusal;
}

/** A draft that was never published. */
export function newDraft<Content>(id: string, draft: Content): Drafted<Content> {
  return { id, draft, version: 0, changed: true };
}

/** The version that is in use now; undefined before the first. */
async function lastVersion<Content, Row extends Drafted<Content>, Version extends Published>(
  kind: DraftKind<Content, Row, Version>,
  database: BaseDatabase,
  { id, version }: Row,
): Promise<Version | undefined> {
  return (await kind.versionsOf(database, id)).find((each) => each.version === version);
}

/** The version that is in use now. @throws Refusal `unpublished` before the first */
export async function mustBePublished<Content, Row extends Drafted<Content>, Version extends Published>(
  kind: DraftKind<Content, Row, Version>,
  database: BaseDatabase,
  row: Row,
): Promise<Version> {
  const version = await lastVersion(kind, database, row);
  if (!version) throw kind.unpublished(row.draft);
  return version;
}

/** Changes what the next version will be; what is out stays as it was. @throws Refusal notFound */
export async function editDraft<Content, Row extends Drafted<Content>, Version extends Published>(
  kind: DraftKind<Content, Row, Version>,
  id: string,
  draft: Content,
  { database, write }: CommandContext,
): Promise<void> {
  const row = await kind.find(database, id);
  const last = await lastVersion(kind, database, row);
  await kind.keep(write, { ...row, draft, changed: !last || !same(kind.contentOf(last), draft) });
}

/**
 * Fixes the draft as the next version, and returns its number.
 * @param refuse what may not go out as it is
 * @throws Refusal notFound, `unchanged`, or what `refuse` throws
 */
export async function publishDraft<Content, Row extends Drafted<Content>, Version extends Published>(
  kind: DraftKind<Content, Row, Version>,
  id: string,
  { database, write, newId, at, actor }: CommandContext,
  refuse: (draft: Content) => void = () => undefined,
): Promise<number> {
  const row = await kind.find(database, id);
  if (!row.changed) throw kind.unchanged(row.draft);
  refuse(row.draft);
  const version = row.version + 1;
  await kind.keep(write, { ...row, version, changed: false });
  await kind.keepVersion(write, id, { id: newId(), version, at, by: actor.name }, row.draft);
  return version;
}

/**
 * Removes a draft with its versions.
 * @param isUsed whether anything holds on to one of these versions, or to the draft
 * @throws Refusal notFound, `inUse`
 */
export async function removeDraft<Content, Row extends Drafted<Content>, Version extends Published>(
  kind: DraftKind<Content, Row, Version>,
  id: string,
  { database, write }: CommandContext,
  isUsed: (versionIds: string[]) => Promise<boolean>,
): Promise<void> {
  const row = await kind.find(database, id);
  const versionIds = (await kind.versionsOf(database, id)).map((version) => version.id);
  if (await isUsed(versionIds)) throw kind.inUse(row.draft);
  await kind.remove(write, id, versionIds);
}
