import { baseLevels } from '../../../shared/domain/base/base.ts';
import { chineseDate, civilYear } from '../../../shared/domain/base/civil-date.ts';
import {
  type Facility,
  type FacilityKind,
  facilityKinds,
  servesOn,
} from '../../../shared/domain/base/facility.ts';
import { sharePercent } from '../../../shared/domain/base/percent.ts';
import type { ShelfPart } from '../../../shared/domain/teaching/attachment.ts';
import { trainerRatio } from '../../../shared/regulation/trainer-roster.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { allFacilities } from '../facilities/queries.ts';
import { rosterOf } from '../trainers/queries.ts';

/** One thing a part of the shelf has to show. */
export interface ShelfLine {
  title: string;
  state: string;
  /** Nothing is on record, or what is lacks its proof. */
  isMissing: boolean;
  /** Where it is registered. */
  page: { path: string; label: string };
}

const pages = {
  settings: { path: '/settings', label: '设置' },
  facilities: { path: '/facilities', label: '办学条件' },
  trainers: { path: '/trainers', label: '师资' },
  learners: { path: '/learners', label: '学员' },
  certificates: { path: '/certificates', label: '证书' },
} as const;

function facilityLine(facilities: readonly Facility[], kind: FacilityKind, today: string): ShelfLine {
  const serving = facilities.filter((one) => one.kind === kind && servesOn(one, today));
  const unproven = serving.filter(({ proof }) => proof === null);
  const names = serving.slice(0, 4).map(({ name }) => name);
  const state =
    serving.length === 0
      ? '还没有登记'
      : `${serving.length} 项：${names.join('、')}${serving.length > names.length ? '等' : ''}${unproven.length > 0 ? `；${unproven.length} 项没有证明` : ''}`;
  return {
    title: facilityKinds[kind],
    state,
    isMissing: serving.length === 0 || unproven.length > 0,
    page: pages.facilities,
  };
}

async function organisationLines(database: BaseDatabase, today: string): Promise<ShelfLine[]> {
  const facilities = await allFacilities(database);
  const profile = (await database.rows.base.get('base'))?.profile;
  const approval: ShelfLine = {
    title: '设立批准',
    state: profile
      ? `${baseLevels[profile.level]}，${profile.authority} ${profile.approvalNumber}，${chineseDate(profile.approvalDate)}`
      : '还没有填写',
    isMissing: !profile,
    page: pages.settings,
  };
  return [approval, facilityLine(facilities, 'organisation', today), facilityLine(facilities, 'rule', today)];
}

async function trainerLines(database: BaseDatabase, today: string): Promise<ShelfLine[]> {
  const roster = await rosterOf(database, civilYear(today), today);
  const { total, fullTime, partTime, inRegion, outOfRegion } = trainerRatio(
    roster.map(({ trainer }) => trainer),
    today,
  );
  const faulty = roster.filter(({ faults }) => faults.length > 0);
  const names = faulty.slice(0, 4).map(({ trainer }) => trainer.name);
  return [
    {
      title: '师资名册',
      state:
        total === 0
          ? '还没有教师'
          : `在任 ${total} 人：专职 ${fullTime}（${sharePercent(fullTime, total)}）、兼职 ${partTime}；区内 ${inRegion}、区外 ${outOfRegion}`,
      isMissing: total === 0,
      page: pages.trainers,
    },
    {
      title: '聘书和资格证书',
      state:
        faulty.length === 0
          ? `聘书 ${roster.reduce((sum, { appointments }) => sum + appointments.length, 0)} 份`
          : `${faulty.length} 人要补：${names.join('、')}${faulty.length > names.length ? '等' : ''}`,
      isMissing: faulty.length > 0,
      page: pages.trainers,
    },
  ];
}

async function learnerLines({ rows }: BaseDatabase): Promise<ShelfLine[]> {
  const [learners, valid] = await Promise.all([
    rows.learners.count(),
    rows.certificates.where('[state+issuedAt]').between(['valid', ''], ['valid', '￿']).count(),
  ]);
  return [
    {
      title: '学员名册',
      state: `${learners.toLocaleString('zh-CN')} 人`,
      isMissing: learners === 0,
      page: pages.learners,
    },
    {
      title: '证书登记',
      state: `有效证书 ${valid.toLocaleString('zh-CN')} 张`,
      isMissing: false,
      page: pages.certificates,
    },
  ];
}

/** What the app has on record for a part of the base's shelf, and what is missing. */
export async function shelfLines(
  database: BaseDatabase,
  part: Exclude<ShelfPart, 'teaching'>,
  today: string,
): Promise<ShelfLine[]> {
  switch (part) {
    case 'organisation':
      return organisationLines(database, today);
    case 'managers':
      return [facilityLine(await allFacilities(database), 'staff', today)];
    case 'trainers':
      return trainerLines(database, today);
    case 'facilities': {
      const facilities = await allFacilities(database);
      return (['premises', 'room', 'equipment', 'textbook'] as const).map((kind) =>
        facilityLine(facilities, kind, today),
      );
    }
    case 'learners':
      return learnerLines(database);
  }
}
