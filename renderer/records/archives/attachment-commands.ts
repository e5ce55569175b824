import { z } from 'zod';
import { administratorOnly, everybody } from '../../../shared/domain/base/actor.ts';
import { type Attachment, attachmentDetails } from '../../../shared/domain/teaching/attachment.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet, mustGetBase } from '../lookups.ts';

type Place = z.output<typeof attachmentDetails>['place'];

/** @throws Refusal archivePartUnknown */
async function refusePartUnknown(part: string, { database }: CommandContext): Promise<void> {
  const { settings } = await mustGetBase(database);
  if (!settings.archiveParts.some(({ id }) => id === part)) throw refusal('archivePartUnknown', { part });
}

function samePlace(place: Place, { classId, part, shelf }: Attachment): boolean {
  return 'shelf' in place ? place.shelf === shelf : place.classId === classId && place.part === part;
}

/**
 * Attaches files the host has kept to a class's archive, or to the base's shelf; a file that is there
 * already is not attached twice.
 * @returns how many were new
 * @throws Refusal archivePartUnknown, notFound
 */
export const attachFiles = defineCommand({
  name: 'attachFiles',
  label: '添加附件',
  event: 'filesAttached',
  roles: everybody,
  input: z.object({ files: z.array(attachmentDetails).min(1).max(2000) }),
  refuseUndo: async () => undefined,
  async perform({ files }, context) {
    const { database, write, newId, at, actor } = context;
    const added: Attachment[] = [];
    for (const { place, ...file } of files) {
      if ('classId' in place) {
        await mustGet(database, 'classes', place.classId, '培训班');
        await refusePartUnknown(place.part, context);
      }
      const known = await database.rows.attachments.where('hash').equals(file.hash).toArray();
      if ([...known, ...added.filter(({ hash }) => hash === file.hash)].some((one) => samePlace(place, one)))
        continue;
      added.push({
        ...file,
        id: newId(),
        classId: 'classId' in place ? place.classId : null,
        part: 'classId' in place ? place.part : '',
        shelf: 'shelf' in place ? place.shelf : null,
        at,
        by: actor.name,
      });
    }
    await write.put('attachments', ...added);
    return added.length;
  },
});

/** Takes an attachment off; the file itself stays with the host, so that it can come back. */
export const removeAttachment = defineCommand({
  name: 'removeAttachment',
  label: '移除附件',
  event: 'attachmentRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'attachments', id, '附件');
    await write.remove('attachments', id);
  },
});

/** Moves an attachment of a class to another part of its archive. @throws Refusal archivePartUnknown */
export const moveAttachment = defineCommand({
  name: 'moveAttachment',
  label: '移动附件',
  event: 'attachmentMoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), part: z.string() }),
  refuseUndo: async () => undefined,
  async perform({ id, part }, context) {
    const attachment = await mustGet(context.database, 'attachments', id, '附件');
    await refusePartUnknown(part, context);
    await context.write.put('attachments', { ...attachment, part });
  },
});
