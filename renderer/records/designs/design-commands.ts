import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import {
  type CertificateDesign,
  certificateDesign,
  sidesOf,
} from '../../../shared/domain/certificates/certificate-design.ts';
import { unknownFieldsIn } from '../../../shared/domain/certificates/certificate-field.ts';
import { printerDetails } from '../../../shared/domain/certificates/stored-design.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { sealSpaceProblem } from '../../../shared/regulation/seal-space.ts';
import { defineCommand } from '../../database/command.ts';
import { editDraft, mustBePublished, newDraft, publishDraft, removeDraft } from '../drafts/drafts.ts';
import { mustGet, mustGetBase } from '../lookups.ts';
import { designDrafts } from './design-drafts.ts';

const one = z.object({ id: z.uuid() });

/** @throws Refusal designFieldUnknown: a certificate would print the braces */
function refuseUnknownFields(design: CertificateDesign): void {
  for (const element of sidesOf(design).flat()) {
    const [field] = 'text' in element ? unknownFieldsIn(element.text) : [];
    if (field !== undefined) throw refusal('designFieldUnknown', { name: design.name, field });
  }
}

/** @throws Refusal designFieldUnknown, designSealSpace: certificates of it would not come out right */
function refuseUnprintable(design: CertificateDesign): void {
  refuseUnknownFields(design);
  const problem = sealSpaceProblem(design);
  if (problem !== null) throw refusal('designSealSpace', { name: design.name, problem });
}

export const addDesign = defineCommand({
  name: 'addDesign',
  label: '新建证书样式',
  event: 'designAdded',
  roles: administratorOnly,
  input: z.object({ design: certificateDesign }),
  async perform({ design }, { write, newId }) {
    const stored = newDraft(newId(), design);
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
  perform: ({ id, design }, context) => editDraft(designDrafts, id, design, context),
});

/** Fixes the draft as the next version. @throws Refusal designUnchanged, designFieldUnknown, designSealSpace */
export const publishDesign = defineCommand({
  name: 'publishDesign',
  label: '发布证书样式',
  event: 'designPublished',
  roles: administratorOnly,
  input: one,
  perform: ({ id }, context) => publishDraft(designDrafts, id, context, refuseUnprintable),
});

/** @throws Refusal designInUse where certificates were issued with it, or new ones take it */
export const removeDesign = defineCommand({
  name: 'removeDesign',
  label: '删除证书样式',
  event: 'designRemoved',
  roles: administratorOnly,
  input: one,
  perform: ({ id }, context) =>
    removeDraft(designDrafts, id, context, async (versionIds) => {
      const { certificateDesignId } = await mustGetBase(context.database);
      if (certificateDesignId === id) return true;
      const versions = new Set(versionIds);
      const issued = await context.database.rows.certificates
        .filter(({ snapshot }) => versions.has(snapshot.designVersionId))
        .first();
      return issued !== undefined;
    }),
});

/** New certificates take this design from now on. @throws Refusal designUnpublished */
export const chooseDesign = defineCommand({
  name: 'chooseDesign',
  label: '选用证书样式',
  event: 'designChosen',
  roles: administratorOnly,
  input: one,
  async perform({ id }, { database, write }) {
    await mustBePublished(designDrafts, database, await designDrafts.find(database, id));
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
