import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import { same } from '../../../shared/domain/base/same.ts';
import {
  type CertificateDesign,
  certificateDesign,
  sidesOf,
} from '../../../shared/domain/certificates/certificate-design.ts';
import { unknownFieldsIn } from '../../../shared/domain/certificates/certificate-field.ts';
import { printerDetails, type StoredDesign } from '../../../shared/domain/certificates/stored-design.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { sealSpaceProblem } from '../../../shared/regulation/seal-space.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet, mustGetBase } from '../lookups.ts';

const one = z.object({ id: z.uuid() });

/** @throws Refusal designFieldUnknown: a certificate would print the braces */
function refuseUnknownFields(design: CertificateDesign): void {
  for (const element of sidesOf(design).flat()) {
    const [field] = 'text' in element ? unknownFieldsIn(element.text) : [];
    if (field !== undefined) throw refusal('designFieldUnknown', { name: design.name, field });
  }
}

async function lastVersion({ rows }: BaseDatabase, { id, version }: StoredDesign) {
  const versions = await rows.designVersions.where('designId').equals(id).toArray();
  return versions.find((each) => each.version === version);
}

export const addDesign = defineCommand({
  name: 'addDesign',
  label: '新建证书样式',
  event: 'designAdded',
  roles: administratorOnly,
  input: z.object({ design: certificateDesign }),
  async perform({ design }, { write, newId }) {
    const stored: StoredDesign = { id: newId(), draft: design, version: 0, changed: true };
    await write.put('certificateDesigns', stored);
    return stored;
  },
});

/** Changes what the next version will look like; certificates that were issued keep theirs. */
export const editDesign = defineCommand({
  name: 'editDesign',
  label: '修改证书样式',
  event: 'designEdited',
  shortcut: 'mod+S',
  roles: administratorOnly,
  input: one.extend({ design: certificateDesign }),
  async perform({ id, design }, { database, write }) {
    const stored = await mustGet(database, 'certificateDesigns', id, '证书样式');
    const last = await lastVersion(database, stored);
    await write.put('certificateDesigns', { ...stored, draft: design, changed: !same(last?.design, design) });
  },
});

/** Fixes the draft as the next version. @throws Refusal designUnchanged, designFieldUnknown, designSealSpace */
export const publishDesign = defineCommand({
  name: 'publishDesign',
  label: '发布证书样式',
  event: 'designPublished',
  roles: administratorOnly,
  input: one,
  async perform({ id }, { database, write, newId, at, actor }) {
    const stored = await mustGet(database, 'certificateDesigns', id, '证书样式');
    if (!stored.changed) throw refusal('designUnchanged', { name: stored.draft.name });
    refuseUnknownFields(stored.draft);
    const problem = sealSpaceProblem(stored.draft);
    if (problem !== null) throw refusal('designSealSpace', { name: stored.draft.name, problem });
    const version = stored.version + 1;
    await write.put('certificateDesigns', { ...stored, version, changed: false });
    await write.put('designVersions', {
      id: newId(),
      designId: id,
      version,
      design: stored.draft,
      at,
      by: actor.name,
    });
    return version;
  },
});

/** @throws Refusal designInUse where certificates were issued with it, or new ones take it */
export const removeDesign = defineCommand({
  name: 'removeDesign',
  label: '删除证书样式',
  event: 'designRemoved',
  roles: administratorOnly,
  input: one,
  async perform({ id }, { database, write }) {
    const stored = await mustGet(database, 'certificateDesigns', id, '证书样式');
    const { name } = stored.draft;
    const versions = await database.rows.designVersions.where('designId').equals(id).primaryKeys();
    const known = new Set(versions);
    const used = await database.rows.certificates
      .filter(({ snapshot }) => known.has(snapshot.designVersionId ?? ''))
      .first();
    const base = await mustGetBase(database);
    if (used || base.certificateDesignId === id) throw refusal('designInUse', { name });
    await write.remove('designVersions', ...versions);
    await write.remove('certificateDesigns', id);
  },
});

/** New certificates take this design from now on; null goes back to the plain one. @throws Refusal designUnpublished */
export const chooseDesign = defineCommand({
  name: 'chooseDesign',
  label: '选用证书样式',
  event: 'designChosen',
  roles: administratorOnly,
  input: z.object({ id: z.uuid().nullable() }),
  async perform({ id }, { database, write }) {
    if (id !== null) {
      const { version, draft } = await mustGet(database, 'certificateDesigns', id, '证书样式');
      if (version === 0) throw refusal('designUnpublished', { name: draft.name });
    }
    await write.put('base', { ...(await mustGetBase(database)), certificateDesignId: id });
  },
});

/** Keeps how a printer is off; with an id it changes one. */
export const savePrinter = defineCommand({
  name: 'savePrinter',
  label: '保存打印机校准',
  event: 'printerSaved',
  roles: whoServes,
  input: printerDetails.extend({ id: z.uuid().nullable() }),
  async perform({ id, ...details }, { write, newId }) {
    const printer = { ...details, id: id ?? newId() };
    await write.put('printers', printer);
    return printer;
  },
});

export const removePrinter = defineCommand({
  name: 'removePrinter',
  label: '删除打印机校准',
  event: 'printerRemoved',
  roles: whoServes,
  input: one,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'printers', id, '打印机校准');
    await write.remove('printers', id);
  },
});
