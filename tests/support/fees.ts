import { enrolLearners } from '../../renderer/records/classes/enrolment-commands.ts';
import { publishNotice } from '../../renderer/records/disclosure/notice-commands.ts';
import { chargeLearners } from '../../renderer/records/fees/charge-commands.ts';
import { setFeeItems } from '../../renderer/records/fees/fee-commands.ts';
import type { Charge } from '../../shared/domain/money/charge.ts';
import type { FeeItem } from '../../shared/domain/money/fee.ts';
import type { Notice } from '../../shared/domain/money/notice.ts';
import { addLearners, type Desk, openClassWith, openDesk, sessionOn } from './desk.ts';
import { feeItemOf } from './fee-item.ts';

export const noticeTexts = {
  scope: '面向本市专业技术人员',
  contact: '周老师 0471-0000000',
  complaints: '0471-0000001',
  place: '基地公告栏',
  publishedOn: '2026-11-01',
};

/** A desk with one class of two learners, its fee items published on 2026-11-01. */
export async function deskWithFees(items: FeeItem[] = [feeItemOf()], learners = 2) {
  const desk = await openDesk();
  const of = await openClassWith(desk, [sessionOn('2026-11-07'), sessionOn('2026-11-14')]);
  const learnerIds = await addLearners(desk, learners);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  await desk.execute(setFeeItems, { classId: of.id, items });
  const notice: Notice = await desk.execute(publishNotice, {
    ...noticeTexts,
    classIds: [of.id],
    planLineIds: [],
  });
  return { desk, classId: of.id, learnerIds, notice };
}

export function charge(
  desk: Desk,
  classId: string,
  learnerIds: string[],
  about: Partial<{ unitFen: number; quantity: number; date: string; item: FeeItem }> = {},
): Promise<Charge[]> {
  const { kind, title, unit, standardFen } = about.item ?? feeItemOf();
  return desk.execute(chargeLearners, {
    classId,
    learners: learnerIds.map((learnerId) => ({
      learnerId,
      items: [
        {
          item: { kind, title, unit },
          unitFen: about.unitFen ?? standardFen,
          quantity: about.quantity ?? 1,
        },
      ],
    })),
    payer: 'learner',
    date: about.date ?? '2026-11-24',
  });
}
