import { z } from 'zod';
import { administratorOnly, whoServes } from '../../../shared/domain/base/actor.ts';
import { civilDate } from '../../../shared/domain/base/civil-date.ts';
import { type Charge, settled, sumFen } from '../../../shared/domain/money/charge.ts';
import { type FundSource, fundSource } from '../../../shared/domain/money/fund-source.ts';
import { fen, formatFen } from '../../../shared/domain/money/money.ts';
import { paymentMethod, type Receipt, type ReceiptLine } from '../../../shared/domain/money/receipt.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { takeNumber } from '../numbering/take-numbers.ts';
import { refuseFuture } from './charge-commands.ts';

const paidLine = z.object({ chargeId: z.uuid(), fen: fen.min(1, '金额应大于 0') });
const paidLines = z
  .array(paidLine)
  .min(1, '没有选择要收款的项目')
  .refine(
    (lines) => new Set(lines.map(({ chargeId }) => chargeId)).size === lines.length,
    '同一笔应收写了两次',
  );

/** Writes a receipt under the next number of its year. @throws Refusal serialExhausted, numberTaken */
async function writeReceipt(
  about: Omit<Receipt, 'id' | 'number' | 'chargeIds' | 'totalFen' | 'voided' | 'at' | 'by'>,
  context: CommandContext,
): Promise<Receipt> {
  const { write, newId, at, actor } = context;
  const receipt: Receipt = {
    ...about,
    id: newId(),
    number: await takeNumber(context, 'receipt', about.date),
    chargeIds: about.lines.map(({ chargeId }) => chargeId),
    totalFen: sumFen(about.lines.map((line) => line.fen)),
    voided: null,
    at,
    by: actor.name,
  };
  await write.put('receipts', receipt);
  return receipt;
}

function withPaid(charge: Charge, source: FundSource, change: number): Charge {
  return settled({ ...charge, paid: { ...charge.paid, [source]: charge.paid[source] + change } });
}

/**
 * Takes money for charges, of one learner or of an employer for its people, all or none.
 * @throws Refusal paidTooMuch, beforeNotice (第22条), dateInFuture
 */
export const receivePayment = defineCommand({
  name: 'receivePayment',
  label: '收款',
  event: 'paymentReceived',
  roles: whoServes,
  input: z.object({
    date: civilDate,
    method: paymentMethod,
    source: fundSource,
    partyName: z.string().trim().min(1, '请填写交款人').max(80),
    employerId: z.uuid().nullable(),
    lines: paidLines,
    note: z.string().trim().max(200),
  }),
  async perform({ lines: asked, ...about }, context) {
    const { database, write } = context;
    refuseFuture('收款', about.date, context);
    const lines: ReceiptLine[] = [];
    const charges: Charge[] = [];
    for (const { chargeId, fen: paid } of asked) {
      const charge = await mustGet(database, 'charges', chargeId, '应收');
      const learner = await mustGet(database, 'learners', charge.learnerId, '学员');
      const of = await mustGet(database, 'classes', charge.classId, '培训班');
      const notice = await mustGet(database, 'notices', charge.noticeId, '收费公示');
      const what = `${learner.name} 的“${charge.item.title}”`;
      if (about.date < notice.publishedOn) {
        throw refusal('beforeNotice', { what, date: about.date, publishedOn: notice.publishedOn });
      }
      if (paid > charge.owedFen) {
        throw refusal('paidTooMuch', {
          name: learner.name,
          item: charge.item.title,
          owed: formatFen(charge.owedFen),
          asked: formatFen(paid),
        });
      }
      lines.push({
        chargeId,
        fen: paid,
        learnerName: learner.name,
        classTitle: of.title,
        itemTitle: charge.item.title,
      });
      charges.push(withPaid(charge, about.source, paid));
    }
    await write.put('charges', ...charges);
    return writeReceipt({ ...about, kind: 'payment', lines, refundOf: null }, context);
  },
});

/** The refunds of a payment that are in force. */
async function refundsOf(receiptId: string, { database }: CommandContext): Promise<Receipt[]> {
  const refunds = await database.rows.receipts.where('refundOf').equals(receiptId).toArray();
  return refunds.filter(({ voided }) => voided === null);
}

function fenOn(receipts: readonly Receipt[], chargeId: string): number {
  return sumFen(
    receipts.flatMap(({ lines }) =>
      lines.filter((line) => line.chargeId === chargeId).map((line) => line.fen),
    ),
  );
}

/**
 * Gives money of a payment back, in whole or part, to whoever paid it.
 * @throws Refusal refundedTooMuch, receiptNotInForce, beforeNotice where dated before the payment, dateInFuture
 */
export const refundPayment = defineCommand({
  name: 'refundPayment',
  label: '退款',
  event: 'paymentRefunded',
  roles: administratorOnly,
  input: z.object({
    receiptId: z.uuid(),
    date: civilDate,
    method: paymentMethod,
    lines: paidLines,
    reason: z.string().trim().min(2, '请写明退款原因').max(200),
    /** Whether the refunded amount is given up, too; otherwise it is owed again. */
    isGivenUp: z.boolean(),
  }),
  async perform({ receiptId, date, method, lines: asked, reason, isGivenUp }, context) {
    const { database, write, at, actor } = context;
    refuseFuture('退款', date, context);
    const payment = await mustGet(database, 'receipts', receiptId, '收据');
    if (payment.voided || payment.kind !== 'payment') {
      throw refusal('receiptNotInForce', { number: payment.number });
    }
    if (date < payment.date)
      throw refusal('refundBeforePayment', { number: payment.number, date: payment.date });
    const refunds = await refundsOf(receiptId, context);
    const lines = asked.map(({ chargeId, fen: refunded }) => {
      const line = payment.lines.find((one) => one.chargeId === chargeId);
      const left = (line?.fen ?? 0) - fenOn(refunds, chargeId);
      if (!line || refunded > left) {
        throw refusal('refundedTooMuch', {
          number: payment.number,
          name: line?.learnerName ?? '',
          left: formatFen(left),
          asked: formatFen(refunded),
        });
      }
      return { ...line, fen: refunded };
    });
    const { partyName, employerId, source } = payment;
    const receipt = await writeReceipt(
      {
        kind: 'refund',
        date,
        method,
        source,
        partyName,
        employerId,
        lines,
        note: reason,
        refundOf: receiptId,
      },
      context,
    );
    for (const { chargeId, fen: refunded } of lines) {
      const charge = withPaid(await mustGet(database, 'charges', chargeId, '应收'), source, -refunded);
      const reduction = {
        kind: 'refund' as const,
        fen: refunded,
        reason,
        receiptId: receipt.id,
        at,
        by: actor.name,
      };
      const reductions = isGivenUp ? [...charge.reductions, reduction] : charge.reductions;
      await write.put('charges', settled({ ...charge, reductions }));
    }
    return receipt;
  },
});

/**
 * Takes a receipt back that was written by mistake; its number stays used.
 * @throws Refusal receiptNotInForce, receiptRefunded, chargeGivenUp
 */
export const voidReceipt = defineCommand({
  name: 'voidReceipt',
  label: '作废收据',
  event: 'receiptVoided',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(2, '请填写作废原因').max(200) }),
  async perform({ id, reason }, context) {
    const { database, write, at, actor } = context;
    const receipt = await mustGet(database, 'receipts', id, '收据');
    if (receipt.voided) throw refusal('receiptNotInForce', { number: receipt.number });
    if ((await refundsOf(id, context)).length > 0)
      throw refusal('receiptRefunded', { number: receipt.number });
    const sign = receipt.kind === 'payment' ? -1 : 1;
    for (const line of receipt.lines) {
      const charge = withPaid(
        await mustGet(database, 'charges', line.chargeId, '应收'),
        receipt.source,
        sign * line.fen,
      );
      const reductions = charge.reductions.filter(({ receiptId }) => receiptId !== id);
      const restored = settled({ ...charge, reductions });
      if (restored.owedFen < 0) throw refusal('chargeGivenUp', { number: receipt.number });
      await write.put('charges', restored);
    }
    await write.put('receipts', { ...receipt, voided: { at, by: actor.name, reason } });
  },
});
