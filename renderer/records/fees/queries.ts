import type { Charge } from '../../../shared/domain/money/charge.ts';
import type { FundEntry } from '../../../shared/domain/money/fund-entry.ts';
import type { Notice } from '../../../shared/domain/money/notice.ts';
import type { Receipt } from '../../../shared/domain/money/receipt.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import { type ClassMember, classMembers } from '../classes/queries.ts';

/** A charge with the words a person knows it by. */
export interface NamedCharge {
  charge: Charge;
  learnerName: string;
  lastFour: string;
  classTitle: string;
}

async function named({ rows }: BaseDatabase, charges: readonly Charge[]): Promise<NamedCharge[]> {
  const [learners, classes] = await Promise.all([
    rows.learners.bulkGet(charges.map(({ learnerId }) => learnerId)),
    rows.classes.bulkGet(charges.map(({ classId }) => classId)),
  ]);
  return charges.map((charge, index) => ({
    charge,
    learnerName: learners[index]?.name ?? '',
    lastFour: learners[index]?.lastFour ?? '',
    classTitle: classes[index]?.title ?? '',
  }));
}

export interface ClassAccount {
  members: { member: ClassMember; charges: Charge[] }[];
  charges: Charge[];
  entries: FundEntry[];
  /** The notice kept with the class. */
  notice: Notice | null;
}

/** What each learner of a class was charged, and the class's other money. */
export async function readClassAccount(
  database: BaseDatabase,
  classId: string,
  noticeId: string | null,
): Promise<ClassAccount> {
  const { charges, fundEntries, notices } = database.rows;
  const [members, ofClass, entries, notice] = await Promise.all([
    classMembers(database, classId),
    charges.where('classId').equals(classId).toArray(),
    fundEntries.where('classId').equals(classId).toArray(),
    notices.get(noticeId ?? ''),
  ]);
  const byLearner = Map.groupBy(ofClass, ({ learnerId }) => learnerId);
  return {
    members: members.map((member) => ({ member, charges: byLearner.get(member.learner.id) ?? [] })),
    charges: ofClass,
    entries: entries.sort((a, b) => a.date.localeCompare(b.date)),
    notice: notice ?? null,
  };
}

export interface Account {
  charges: NamedCharge[];
  receipts: Receipt[];
}

async function accountOf(database: BaseDatabase, charges: Charge[]): Promise<Account> {
  const ids = charges.map(({ id }) => id);
  const [withNames, receipts] = await Promise.all([
    named(database, charges),
    database.rows.receipts.where('chargeIds').anyOf(ids).distinct().toArray(),
  ]);
  return { charges: withNames, receipts: receipts.sort((a, b) => b.at.localeCompare(a.at)) };
}

/** All that one learner was charged, in whatever class, with its receipts. */
export async function readLearnerAccount(database: BaseDatabase, learnerId: string): Promise<Account> {
  return accountOf(database, await database.rows.charges.where('learnerId').equals(learnerId).sortBy('id'));
}

/** All that the people of an employer were charged. */
export async function readEmployerAccount(database: BaseDatabase, employerId: string): Promise<Account> {
  return accountOf(database, await database.rows.charges.where('employerId').equals(employerId).sortBy('id'));
}

export interface Owing {
  learner: LearnerRow;
  charges: Charge[];
}

/** Who still owes, by name; what is settled is not read. */
export async function readOwing(database: BaseDatabase): Promise<Owing[]> {
  const open = await database.rows.charges.where('owedFen').above(0).sortBy('id');
  const byLearner = [...Map.groupBy(open, ({ learnerId }) => learnerId)];
  const learners = await database.rows.learners.bulkGet(byLearner.map(([learnerId]) => learnerId));
  return byLearner
    .flatMap(([, charges], index) => {
      const learner = learners[index];
      return learner ? [{ learner, charges }] : [];
    })
    .sort((a, b) => a.learner.name.localeCompare(b.learner.name, 'zh-CN'));
}

/** The receipts of a span of days, ends included, the latest first. */
export async function readReceipts(database: BaseDatabase, first: string, last: string): Promise<Receipt[]> {
  const found = await database.rows.receipts.where('date').between(first, last, true, true).toArray();
  return found.sort((a, b) => b.number.localeCompare(a.number));
}

/** Receipts that give money of this one back, the void ones left out. */
export async function readRefunds(database: BaseDatabase, receiptId: string): Promise<Receipt[]> {
  const refunds = await database.rows.receipts.where('refundOf').equals(receiptId).toArray();
  return refunds.filter(({ voided }) => voided === null);
}
