import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import { type CivilDate, civilDate } from '../../../shared/domain/base/civil-date.ts';
import { oneOf } from '../../../shared/domain/base/one-of.ts';
import {
  type Charge,
  nothingPaid,
  payers,
  reducedFen,
  settled,
  sumFen,
} from '../../../shared/domain/money/charge.ts';
import { feeKey, feeName } from '../../../shared/domain/money/fee.ts';
import { fen, formatFen } from '../../../shared/domain/money/money.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { noticeInForce } from '../../../shared/regulation/disclosure.ts';
import { chargeableUnits, chargeFault } from '../../../shared/regulation/fees.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet, sessionsOfClass } from '../lookups.ts';

/** @throws Refusal dateInFuture */
export function refuseFuture(what: string, date: CivilDate, { today }: Pick<CommandContext, 'today'>): void {
  if (date > today) throw refusal('dateInFuture', { what, date });
}

const chargedItem = z.object({
  item: feeName,
  unitFen: fen.min(1, '金额应大于 0'),
  quantity: z.number().int('数量应为整数').min(1, '数量至少为 1').max(1000),
});

/** @throws Refusal chargeHasMoney where a receipt, even a void one, speaks of what would go */
async function refuseReceipted({ changes }: JournalEntry, { database }: CommandContext): Promise<void> {
  for (const change of changes) {
    if (change.table !== 'charges' || !('added' in change)) continue;
    if ((await database.rows.receipts.where('chargeIds').equals(change.key).count()) > 0) {
      const { learnerId, item } = change.added as unknown as Charge;
      const { name } = await mustGet(database, 'learners', learnerId, '学员');
      throw refusal('chargeHasMoney', { name, item: item.title });
    }
  }
}

/**
 * Charges learners of a class for fee items, all or none.
 * @throws Refusal authorityCharges (第26条); feeNotListed, feeNotDisclosed, feeAboveStandard, feeTooManyUnits,
 * feeChargedTwice (第22条); notEnrolled, dateInFuture
 */
export const chargeLearners = defineCommand({
  name: 'chargeLearners',
  label: '计费',
  event: 'learnersCharged',
  roles: whoServes,
  input: z.object({
    classId: z.uuid(),
    learners: z
      .array(z.object({ learnerId: z.uuid(), items: z.array(chargedItem).min(1, '没有选择收费项目') }))
      .min(1, '没有选择学员'),
    payer: oneOf(payers),
    date: civilDate,
  }),
  refuseUndo: refuseReceipted,
  async perform({ classId, learners, payer, date }, context) {
    const { database, write, newId, at, actor } = context;
    refuseFuture('计费', date, context);
    const of = await mustGet(database, 'classes', classId, '培训班');
    const sessions = await sessionsOfClass(database, classId);
    const notice = noticeInForce(await database.rows.notices.toArray(), of, date);
    const known = await database.rows.charges.where('classId').equals(classId).toArray();
    const enrolments = await database.rows.enrolments.where('classId').equals(classId).toArray();
    const enrolled = new Set(enrolments.map(({ learnerId }) => learnerId));
    const added: Charge[] = [];
    for (const { learnerId, items } of learners) {
      const learner = await mustGet(database, 'learners', learnerId, '学员');
      if (!enrolled.has(learnerId)) throw refusal('notEnrolled', { name: learner.name });
      for (const { item, unitFen, quantity } of items) {
        const before = [...known, ...added].filter(
          (one) => one.learnerId === learnerId && feeKey(one.item) === feeKey(item),
        );
        const chargedFen = sumFen(before.map((one) => one.amountFen - reducedFen(one, 'refund')));
        const limit = chargeableUnits(item.unit, sessions, of);
        const asked = {
          of,
          learnerName: learner.name,
          item,
          unitFen,
          quantity,
          date,
          chargedFen,
          limit,
          notice,
        };
        const fault = chargeFault(asked);
        if (fault) throw fault;
        added.push(
          settled({
            id: newId(),
            classId,
            learnerId,
            employerId: learner.employerId,
            payer,
            item,
            unitFen,
            quantity,
            amountFen: unitFen * quantity,
            noticeId: notice?.id ?? '',
            date,
            reductions: [],
            paid: { ...nothingPaid },
            at,
            by: actor.name,
          }),
        );
      }
    }
    await write.put('charges', ...added);
    if (notice && of.noticeId !== notice.id) await write.put('classes', { ...of, noticeId: notice.id });
    return added;
  },
});

/** Gives up a part of what is owed, for a reason. @throws Refusal waivedTooMuch */
export const waiveCharge = defineCommand({
  name: 'waiveCharge',
  label: '减免',
  event: 'chargeWaived',
  roles: administratorOnly,
  input: z.object({
    chargeId: z.uuid(),
    fen: fen.min(1, '金额应大于 0'),
    reason: z.string().trim().min(2, '请写明减免原因').max(200),
  }),
  refuseUndo: async () => undefined,
  async perform({ chargeId, fen: waived, reason }, { database, write, at, actor }) {
    const charge = await mustGet(database, 'charges', chargeId, '应收');
    if (waived > charge.owedFen) {
      const { name } = await mustGet(database, 'learners', charge.learnerId, '学员');
      throw refusal('waivedTooMuch', {
        name,
        item: charge.item.title,
        owed: formatFen(charge.owedFen),
        asked: formatFen(waived),
      });
    }
    const reduction = { kind: 'waiver' as const, fen: waived, reason, receiptId: null, at, by: actor.name };
    await write.put('charges', settled({ ...charge, reductions: [...charge.reductions, reduction] }));
  },
});

/** Takes back a charge made by mistake, before any money or waiver. @throws Refusal chargeHasMoney */
export const removeCharge = defineCommand({
  name: 'removeCharge',
  label: '删除应收',
  event: 'chargeRemoved',
  roles: administratorOnly,
  input: z.object({ chargeId: z.uuid() }),
  async perform({ chargeId }, { database, write }) {
    const charge = await mustGet(database, 'charges', chargeId, '应收');
    const receipts = await database.rows.receipts.where('chargeIds').equals(chargeId).count();
    if (receipts > 0 || charge.reductions.length > 0) {
      const { name } = await mustGet(database, 'learners', charge.learnerId, '学员');
      throw refusal('chargeHasMoney', { name, item: charge.item.title });
    }
    await write.remove('charges', chargeId);
  },
});
