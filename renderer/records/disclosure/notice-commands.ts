import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { type Notice, noticeTexts } from '../../../shared/domain/money/notice.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { noticeLineOf } from '../../../shared/regulation/disclosure.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { openClasses } from '../classes/queries.ts';
import { mustGet, mustGetBase } from '../lookups.ts';
import { lineOfClass, lineOfPlanLine } from './compose-notice.ts';

/** Every class at work that the notice speaks of keeps it as the one in force. */
async function keepWithClasses(notice: Notice, { database, write }: CommandContext): Promise<void> {
  const covered = (await openClasses(database)).filter((of) => noticeLineOf(notice, of) !== null);
  await write.put('classes', ...covered.map((of) => ({ ...of, noticeId: notice.id })));
}

/**
 * Publishes the next version of the fee disclosure (第22条): what it says of the chosen classes and lines
 * of the plan is taken from them now and frozen; no command changes it afterwards.
 * @throws Refusal noticeEmpty, noticeLineFeeless, noticeNotAfter, dateInFuture
 */
export const publishNotice = defineCommand({
  name: 'publishNotice',
  label: '发布收费公示',
  event: 'noticePublished',
  roles: administratorOnly,
  input: noticeTexts.extend({ classIds: z.array(z.uuid()), planLineIds: z.array(z.uuid()) }),
  async perform({ classIds, planLineIds, ...texts }, context) {
    const { database, write, today, newId, at, actor } = context;
    const { profile } = await mustGetBase(database);
    if (texts.publishedOn > today) throw refusal('dateInFuture', { what: '公示', date: texts.publishedOn });
    const last = await database.rows.notices.orderBy('version').last();
    if (last && texts.publishedOn < last.publishedOn) {
      throw refusal('noticeNotAfter', { version: last.version, last: last.publishedOn });
    }
    const classes = await Promise.all(
      classIds.map(async (id) => lineOfClass(database, await mustGet(database, 'classes', id, '培训班'))),
    );
    const planned = await Promise.all(
      planLineIds.map(async (id) => lineOfPlanLine(await mustGet(database, 'planLines', id, '计划项目'))),
    );
    const lines = [...classes, ...planned];
    if (lines.length === 0) throw refusal('noticeEmpty');
    const baseless = lines.find(({ items }) =>
      items.some(({ standardFen, basis }) => standardFen > 0 && basis.length < 2),
    );
    if (baseless) throw refusal('noticeLineFeeless', { title: baseless.title });
    const notice: Notice = {
      ...texts,
      id: newId(),
      version: (last?.version ?? 0) + 1,
      baseName: profile.name,
      approvalNumber: profile.approvalNumber,
      lines,
      at,
      by: actor.name,
    };
    await write.put('notices', notice);
    await keepWithClasses(notice, context);
    return notice;
  },
});
