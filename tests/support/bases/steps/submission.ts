import { v7 as uuid } from 'uuid';
import { yearPeriod } from '../../../../shared/domain/base/period.ts';
import { statisticsOf } from '../../../../shared/regulation/statistics.ts';
import { trainingFacts } from '../../../../shared/regulation/training-facts.ts';
import type { BuildingDesk, Step } from './desk.ts';
import {
  beginCorrection,
  editLearner,
  makeSubmission,
  markSubmissionSent,
  openLearner,
  readRecords,
  recordSubmission,
  registerAuthority,
} from './product.ts';

export const authorityKnown: Step = async ({ execute, made }) => {
  const name = '公钥卡.json';
  await execute(registerAuthority, { name, bytes: await made(name) });
};

/** Makes the package of this year, with a ledger without names, for the authority alone. */
async function submit({ database, execute, host, today }: BuildingDesk, reason: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  const [period, past] = [yearPeriod(year), yearPeriod(year - 1)];
  const records = await readRecords(database, period);
  const counted = {
    now: statisticsOf(records, period),
    before: statisticsOf(await readRecords(database, past), past),
    facts: trainingFacts(records, period),
  };
  const [base, sealFor = null] = await Promise.all([
    database.rows.base.get('base'),
    database.rows.authorities.toCollection().first(),
  ]);
  const choice = {
    recipient: base?.profile.authority ?? '',
    ledger: 'pseudonymous',
    pseudonymPhrase: '2026年度统计',
    reason,
    sealFor,
  } as const;
  const { details } = await makeSubmission(database, host, uuid(), counted, choice, today);
  await execute(recordSubmission, details);
}

async function last({ database }: BuildingDesk): Promise<string> {
  const [submission] = await database.rows.submissions.toArray();
  if (!submission) throw new Error('nothing was submitted');
  return submission.id;
}

export const submissionMade: Step = (desk) => submit(desk, '');

export const submissionSent: Step = async (desk) => {
  await desk.execute(markSubmissionSent, { id: await last(desk), on: desk.today, how: '政务邮箱' });
};

/** Somebody's title was registered wrongly: the figures that went are others by now. */
export const titleChanged: Step = async ({ database, execute }) => {
  const row = await database.rows.learners.filter(({ name }) => name === '乌云其木格').first();
  if (!row) throw new Error('nobody is called that');
  const { document, phone, employerId, ...rest } = openLearner(database.vault, row);
  const employer = await database.rows.employers.get(employerId ?? '');
  const { name, sex, ethnicity, department, titleSeries, title, education } = rest;
  const about = { name, sex, ethnicity, department, titleSeries, title, education };
  const { mongolianName = '', photo = null } = rest;
  await execute(editLearner, {
    id: row.id,
    ...about,
    titleLevel: 'senior',
    document,
    phone,
    employerName: employer?.name ?? '',
    mongolianName,
    photo,
  });
};

export const correctionMade: Step = async (desk) => {
  const reason = '职称级别登记有误';
  await desk.execute(beginCorrection, { id: await last(desk), reason });
  await submit(desk, reason);
};
