import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { closedOn, type TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { boundVolume, type Filing, statedGap } from '../../../shared/domain/teaching/filing.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { unstatedGaps } from '../../../shared/regulation/archive-completeness.ts';
import { keptUntil } from '../../../shared/regulation/class-closing.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { lastSequence } from '../../database/journal-head.ts';
import { mustGet, mustGetBase } from '../lookups.ts';
import { takeNumber } from '../numbering/take-numbers.ts';
import { archiveState } from './archive-state.ts';
import { changesOfClass } from './class-changes.ts';
import { readClassRecord } from './class-record.ts';
import { supplementChanges, supplementNumber, volumesOf } from './volumes.ts';

/** What the host has bound, of the class as it stood after this operation. */
const bound = z.object({
  classId: z.uuid(),
  number: z.string(),
  asOf: z.number().int().min(0),
  bound: boundVolume,
});

/** @throws Refusal archiveMoved where the class was changed while it was bound */
async function refuseMoved(of: TrainingClass, asOf: number, { database }: CommandContext): Promise<void> {
  if ((await changesOfClass(database, of.id, asOf)).length > 0)
    throw refusal('archiveMoved', { title: of.title });
}

async function writeFiling(
  of: TrainingClass,
  about: Pick<Filing, 'kind' | 'number' | 'gaps' | 'reason' | 'parts' | 'volume' | 'data' | 'manifest'>,
  { database, write, newId, at, actor, today }: CommandContext,
): Promise<Filing> {
  const { profile, settings } = await mustGetBase(database);
  const filing: Filing = {
    ...about,
    id: newId(),
    classId: of.id,
    classNumber: of.number,
    classTitle: of.title,
    baseName: profile.name,
    year: civilYear(today),
    filedAt: at,
    filedBy: actor.name,
    keptUntilYear: civilYear(keptUntil(closedOn(of) ?? today, settings.retentionYears)),
    box: '',
    shelfPlace: '',
  };
  await write.put('filings', filing);
  return filing;
}

/**
 * Files a closed class: its volume is frozen on the shelf, and from then on nothing but a supplement
 * changes the class (第22条).
 * @throws Refusal classToClose, classFiled, archiveGaps, archiveMoved, archiveNumberTaken,
 * numberTaken
 */
export const fileClass = defineCommand({
  name: 'fileClass',
  label: '归档',
  event: 'classFiled',
  roles: administratorOnly,
  input: bound.extend({ gaps: z.array(statedGap) }),
  changesFiled: true,
  async perform({ classId, number, asOf, gaps, bound: made }, context) {
    const { database, write, at, actor, today } = context;
    const of = await mustGet(database, 'classes', classId, '培训班');
    if (!of.closed) throw refusal('classToClose', { title: of.title });
    if (of.filed) {
      const filing = await database.rows.filings.get(of.filed.filingId);
      throw refusal('classFiled', { title: of.title, number: filing?.number ?? '' });
    }
    await refuseMoved(of, asOf, context);
    const { lines } = archiveState(await readClassRecord(database, classId, today));
    const open = unstatedGaps(lines, gaps);
    if (open.length > 0) {
      throw refusal('archiveGaps', { title: of.title, gaps: open.map(({ part }) => part.title).join('、') });
    }
    if ((await takeNumber(context, 'archive', today)) !== number) {
      throw refusal('archiveNumberTaken', { number });
    }
    const filing = await writeFiling(of, { ...made, kind: 'volume', number, gaps, reason: '' }, context);
    await write.put('classes', { ...of, filed: { filingId: filing.id, at, by: actor.name } });
    return filing;
  },
});

/** Lets a filed class be changed, for a reason, until its supplement is filed. @throws Refusal classNotFiled */
export const openSupplement = defineCommand({
  name: 'openSupplement',
  label: '开补卷',
  event: 'supplementOpened',
  roles: administratorOnly,
  input: z.object({ classId: z.uuid(), reason: z.string().trim().min(2, '请写明补卷的原因').max(200) }),
  changesFiled: true,
  async perform({ classId, reason }, { database, write, at, actor }) {
    const of = await mustGet(database, 'classes', classId, '培训班');
    if (!of.filed) throw refusal('classNotFiled', { title: of.title });
    if (of.supplement) throw refusal('supplementOpen', { title: of.title });
    const after = (await lastSequence(database)) + 1;
    await write.put('classes', { ...of, supplement: { reason, at, by: actor.name, after } });
  },
});

function openSupplementOf(of: TrainingClass): NonNullable<TrainingClass['supplement']> {
  if (!of.supplement) throw refusal('supplementNotOpen', { title: of.title });
  return of.supplement;
}

/** Gives a supplement up while nothing was changed yet. @throws Refusal supplementHasChanges */
export const cancelSupplement = defineCommand({
  name: 'cancelSupplement',
  label: '取消补卷',
  event: 'supplementCancelled',
  roles: administratorOnly,
  input: z.object({ classId: z.uuid() }),
  changesFiled: true,
  async perform({ classId }, { database, write }) {
    const of = await mustGet(database, 'classes', classId, '培训班');
    const { after } = openSupplementOf(of);
    const count = (await changesOfClass(database, classId, after)).length;
    if (count > 0) throw refusal('supplementHasChanges', { title: of.title, count });
    await write.put('classes', { ...of, supplement: null });
  },
});

/**
 * Files what was changed since as a supplement to the volume, and locks the class again.
 * @throws Refusal supplementNotOpen, supplementEmpty, classToClose, archiveMoved, archiveNumberTaken
 */
export const fileSupplement = defineCommand({
  name: 'fileSupplement',
  label: '补卷归档',
  event: 'supplementFiled',
  roles: administratorOnly,
  input: bound,
  changesFiled: true,
  async perform({ classId, number, asOf, bound: made }, context) {
    const { database, write } = context;
    const of = await mustGet(database, 'classes', classId, '培训班');
    const { reason } = openSupplementOf(of);
    if (!of.closed) throw refusal('classToClose', { title: of.title });
    await refuseMoved(of, asOf, context);
    if ((await supplementChanges(database, of)).length === 0)
      throw refusal('supplementEmpty', { title: of.title });
    const isNext = supplementNumber(await volumesOf(database, classId)) === number;
    if (!isNext || (await database.rows.filings.where('number').equals(number).first())) {
      throw refusal('archiveNumberTaken', { number });
    }
    const filing = await writeFiling(of, { ...made, kind: 'supplement', number, gaps: [], reason }, context);
    await write.put('classes', { ...of, supplement: null });
    return filing;
  },
});
