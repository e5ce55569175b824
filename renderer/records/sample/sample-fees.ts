import { addDays } from '../../../shared/domain/base/civil-date.ts';
import type { FeeItem } from '../../../shared/domain/money/fee.ts';
import type { CommandContext } from '../../database/command.ts';
import { publishNotice } from '../disclosure/notice-commands.ts';
import { chargeLearners } from '../fees/charge-commands.ts';
import { setFeeItems } from '../fees/fee-commands.ts';
import { receivePayment } from '../fees/receipt-commands.ts';

const basis = '示发改费〔2024〕9号';
const items: FeeItem[] = [
  { kind: 'training', title: '培训费', unit: 'person', standardFen: 600_00, basis },
  { kind: 'textbook', title: '教材费', unit: 'person', standardFen: 80_00, basis },
];

/** How many learners have paid already; the others show what the front desk is for. */
const paying = 5;

/** Publishes what the finished class charged, charges everybody, and takes money from some. */
export async function sampleFees(
  classId: string,
  learnerIds: readonly string[],
  context: CommandContext,
): Promise<void> {
  const { today, database } = context;
  const opening = addDays(today, -28);
  await setFeeItems.perform({ classId, items }, context);
  await publishNotice.perform(
    {
      scope: '面向本市工程系列专业技术人员开展专业科目和公需科目继续教育。',
      contact: '周老师 0471-0000000',
      complaints: '0471-0000001',
      place: '基地一楼公告栏',
      publishedOn: addDays(opening, -7),
      classIds: [classId],
      planLineIds: [],
    },
    context,
  );
  const charged = items.map(({ basis: _basis, standardFen, ...item }) => ({
    item,
    unitFen: standardFen,
    quantity: 1,
  }));
  const learners = learnerIds.map((learnerId) => ({ learnerId, items: charged }));
  const charges = await chargeLearners.perform(
    { classId, learners, payer: 'learner', date: opening },
    context,
  );
  for (const learnerId of learnerIds.slice(0, paying)) {
    const own = charges.filter((charge) => charge.learnerId === learnerId);
    const learner = await database.rows.learners.get(learnerId);
    await receivePayment.perform(
      {
        date: opening,
        method: 'cash',
        source: 'learner',
        partyName: learner?.name ?? '',
        employerId: null,
        lines: own.map(({ id, owedFen }) => ({ chargeId: id, fen: owedFen })),
        note: '',
      },
      context,
    );
  }
}
