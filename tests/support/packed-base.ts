import { SigningKeys } from '../../electron/services/signing/signing-keys.ts';
import { makePackage, type PackageContent } from '../../electron/services/submissions/make-package.ts';
import { yearPeriod } from '../../shared/domain/base/period.ts';
import type { Statistics } from '../../shared/domain/base/statistics.ts';
import { changedFigures } from '../../shared/exchange/submission/flat-figures.ts';
import { statisticsOf } from '../../shared/regulation/statistics.ts';
import { noRecords } from './no-records.ts';

/** The period that test bases report. */
const year = yearPeriod(2026);
const regions = ['1501', '1501', '1502', '1504', '1506'] as const;

/** Statistics of a period that are true together, of as many people and hours. */
export function counted(people: number, personTimes: number, hours = 0, period = year): Statistics {
  const none = statisticsOf(noRecords, period);
  const trained = { people, personTimes, generalHours: 0, professionalHours: hours };
  const whole = (rows: Statistics['by']['region']) =>
    rows.map((row, at) => (at === 0 ? { ...row, ...trained } : row));
  return {
    ...none,
    totals: { ...none.totals, ...trained, classes: 1, sessions: 2, certificatesIssued: people },
    by: {
      month: whole(none.by.month),
      region: whole(none.by.region),
      employerKind: whole(none.by.employerKind),
      ownership: whole(none.by.ownership),
      titleLevel: whole(none.by.titleLevel),
      subjectKind: whole(none.by.subjectKind),
      mode: whole(none.by.mode),
      class: [{ key: 'one', label: '班', ...trained, capacity: 5000 }],
    },
  };
}

interface Base {
  at: number;
  learners?: string[];
}

/** A signed package of the test base at a place; `before` makes it a correction of that. */
export async function packed({ at, learners = [] }: Base, statistics: Statistics, before?: Statistics) {
  const code = `JD0${at + 1}`;
  const content: PackageContent = {
    about: {
      base: { code, name: `基地${at + 1}`, regionCode: regions[at]!, approvalNumber: '' },
      period: statistics.period,
      sequence: before ? 2 : 1,
      replaces: before ? 1 : null,
      reason: before ? '更正' : '',
      changes: before ? changedFigures(before, statistics) : [],
      recipient: '自治区人社厅',
      madeOn: '2027-01-08',
      ledger: learners.length === 0 ? 'none' : 'pseudonymous',
    },
    statistics,
    workbook: Buffer.from('xlsx'),
    document: Buffer.from('pdf'),
    ledger: learners.map((learner) => ({
      learner,
      name: '',
      region: '1501',
      employerKind: 'institution',
      titleLevel: 'none',
      classNumber: '1',
      classTitle: '班',
      generalHours: 0,
      professionalHours: 4,
    })),
  };
  const signer = new SigningKeys({ rootKey: Buffer.alloc(32, at + 1) }).signer(1);
  return { ...(await makePackage(content, signer)), name: `${code} ${content.about.sequence}.zip` };
}

/** Five bases of four leagues and cities, of 10 to 50 people; the first two trained one learner in common. */
export function fiveBases() {
  return Promise.all(
    regions.map((_, at) =>
      packed(
        { at, learners: at < 2 ? ['shared', `own-${at}`] : [] },
        counted(10 * (at + 1), 12 * (at + 1), 100),
      ),
    ),
  );
}
