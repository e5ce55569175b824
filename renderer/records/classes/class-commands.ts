import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { paidFen } from '../../../shared/domain/money/charge.ts';
import { classDetails, type TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { feeItemsOfPlanLine } from '../../../shared/domain/teaching/plan.ts';
import { sessionDetails } from '../../../shared/domain/teaching/session.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { noticeInForce } from '../../../shared/regulation/disclosure.ts';
import { authorityFault } from '../../../shared/regulation/fees.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet, mustGetBase } from '../lookups.ts';
import { openOutOfPlan } from '../plan/plan-commands.ts';
import { writeTimetable } from './timetable.ts';

async function refuseNumberTaken(
  number: string,
  id: string | null,
  { database }: CommandContext,
): Promise<void> {
  const holder = await database.rows.classes.where('number').equals(number).first();
  if (holder && holder.id !== id) throw refusal('classNumberTaken', { number });
}

export const openClass = defineCommand({
  name: 'openClass',
  label: '开设培训班',
  event: 'classOpened',
  roles: administratorOnly,
  input: classDetails.extend({ sessions: z.array(sessionDetails) }),
  async perform({ sessions, ...details }, context) {
    await mustGet(context.database, 'courses', details.courseId, '课程');
    await refuseNumberTaken(details.number, null, context);
    const line = details.planLineId === null ? null : await openOutOfPlan(details.planLineId, context);
    const id = context.newId();
    const notice = noticeInForce(
      await context.database.rows.notices.toArray(),
      { id, planLineId: details.planLineId },
      context.today,
    );
    const { partHours, lateness } = (await mustGetBase(context.database)).settings;
    const opened: TrainingClass = {
      id,
      ...details,
      feeItems: line && details.organiserKind !== 'authority' ? feeItemsOfPlanLine(line) : [],
      noticeId: notice?.id ?? null,
      startDate: null,
      endDate: null,
      countingRules: { partHours, lateness },
      closed: null,
      filed: null,
      supplement: null,
      reopenings: [],
    };
    await context.write.put('classes', opened);
    const added = sessions.map((session) => ({ ...session, id: context.newId(), classId: opened.id }));
    return writeTimetable(opened, added, added, context);
  },
});

export const editClass = defineCommand({
  name: 'editClass',
  label: '修改培训班',
  event: 'classEdited',
  roles: administratorOnly,
  input: classDetails.extend({ id: z.uuid() }),
  async perform(details, context) {
    const before = await mustGet(context.database, 'classes', details.id, `培训班“${details.title}”`);
    await refuseClosed(details.id, context);
    await refuseNumberTaken(details.number, details.id, context);
    const enrolled = await context.database.rows.enrolments.where('classId').equals(details.id).count();
    if (details.capacity !== null && enrolled > details.capacity) {
      throw refusal('classFull', { title: details.title, capacity: details.capacity, wanted: enrolled });
    }
    const charges = await context.database.rows.charges.where('classId').equals(details.id).toArray();
    const amounts = [
      ...before.feeItems.map(({ standardFen }) => standardFen),
      ...charges.map((charge) => charge.owedFen + paidFen(charge)),
    ];
    const forbidden = authorityFault(details, amounts);
    if (forbidden) throw forbidden;
    // Which line it was opened out of does not change behind the plan.
    await context.write.put('classes', { ...before, ...details, planLineId: before.planLineId });
  },
});

export const removeClass = defineCommand({
  name: 'removeClass',
  label: '删除培训班',
  event: 'classRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, { database, write }) {
    const { title } = await mustGet(database, 'classes', id, '培训班');
    const { enrolments, attendance, sessions, charges, fundEntries, surveyRuns } = database.rows;
    const counts = await Promise.all(
      [enrolments, attendance, charges, fundEntries].map((table) =>
        table.where('classId').equals(id).count(),
      ),
    );
    const runs = await surveyRuns.where('aboutClassId').equals(id).count();
    const used = counts.reduce((sum, count) => sum + count, runs);
    if (used > 0) throw refusal('classHasRecords', { title });
    await write.remove('sessions', ...(await sessions.where('classId').equals(id).primaryKeys()));
    await write.remove('classes', id);
  },
});
