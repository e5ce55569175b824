import {
  type Icon,
  IconArchive,
  IconBuilding,
  IconCertificate,
  IconClipboardHeart,
  IconFileCertificate,
  IconReceipt,
  IconSchool,
  IconUser,
  IconUserStar,
} from '@tabler/icons-react';
import { formatFen } from '../../shared/domain/money/money.ts';
import type { BaseDatabase } from '../database/schema.ts';
import { namedTrainers } from '../database/trainer-rows.ts';
import { findLearners } from '../features/learners/index.ts';
import { listRuns } from '../features/surveys/index.ts';

const limit = 8;

/** What only the administrator's pages show: trainers by name, volumes by number or class, surveys also by the form's number. */
async function searchArchives(database: BaseDatabase, wanted: string) {
  const trainers = (await namedTrainers(database)).filter(({ name }) => name.includes(wanted));
  const volumes = await database.rows.filings
    .filter(({ number, classTitle }) => number.toLowerCase().includes(wanted) || classTitle.includes(wanted))
    .limit(limit)
    .toArray();
  const runs = (await listRuns(database)).filter(
    ({ title, classTitle, formCode }) =>
      title.includes(wanted) || classTitle.includes(wanted) || formCode === wanted,
  );
  return { trainers: trainers.slice(0, limit), volumes, runs: runs.slice(0, limit) };
}

/** All that a few typed characters may mean, a few of each kind. */
export async function search(database: BaseDatabase, query: string, isAdministrator: boolean) {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') {
    return {
      learners: [],
      employers: [],
      classes: [],
      certificates: [],
      transcripts: [],
      receipts: [],
      trainers: [],
      volumes: [],
      runs: [],
    };
  }
  const { classes, certificates, employers, transcripts, receipts } = database.rows;
  const [learners, matching, issued, places, proven, paid] = await Promise.all([
    findLearners(database, wanted, limit),
    classes
      .filter((of) => of.title.toLowerCase().includes(wanted) || of.number.toLowerCase().includes(wanted))
      .limit(limit)
      .toArray(),
    certificates.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray(),
    employers
      .filter(({ name }) => name.includes(wanted))
      .limit(limit)
      .toArray(),
    transcripts.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray(),
    receipts.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray(),
  ]);
  return {
    learners,
    classes: matching,
    certificates: issued,
    employers: places,
    transcripts: proven,
    receipts: paid,
    ...(isAdministrator ? await searchArchives(database, wanted) : { trainers: [], volumes: [], runs: [] }),
  };
}

export interface Hit {
  key: string;
  to: string;
  icon: Icon;
  name: string;
  /** What tells it from another of the same name. */
  about: string;
}

/** Everything found as one list, people first. */
export function hitsOf(
  found: Awaited<ReturnType<typeof search>>,
  employerName: (id: string | null) => string,
): Hit[] {
  return [
    ...found.learners.map(
      ({ id, name, lastFour, employerId }): Hit => ({
        key: id,
        to: `/learners?open=${id}`,
        icon: IconUser,
        name,
        about: `尾号 ${lastFour}　${employerName(employerId)}`,
      }),
    ),
    ...found.classes.map(
      ({ id, title, number }): Hit => ({
        key: id,
        to: `/classes/${id}`,
        icon: IconSchool,
        name: title,
        about: number,
      }),
    ),
    ...found.employers.map(
      ({ id, name }): Hit => ({ key: id, to: `/employers/${id}`, icon: IconBuilding, name, about: '' }),
    ),
    ...found.transcripts.map(
      ({ id, number, snapshot }): Hit => ({
        key: id,
        to: `/transcripts?open=${id}`,
        icon: IconFileCertificate,
        name: number,
        about: `${snapshot.learnerName} ${snapshot.year} 年学时证明`,
      }),
    ),
    ...found.receipts.map(
      ({ id, number, partyName, totalFen }): Hit => ({
        key: id,
        to: `/fees?part=receipts&open=${id}`,
        icon: IconReceipt,
        name: number,
        about: `${partyName} ${formatFen(totalFen)} 元`,
      }),
    ),
    ...found.certificates.map(
      ({ id, number, snapshot }): Hit => ({
        key: id,
        to: `/certificates?open=${id}`,
        icon: IconCertificate,
        name: number,
        about: snapshot.learnerName,
      }),
    ),
    ...found.trainers.map(
      ({ id, name, employerName: of }): Hit => ({
        key: id,
        to: `/trainers?open=${id}`,
        icon: IconUserStar,
        name,
        about: `教师　${of}`,
      }),
    ),
    ...found.volumes.map(
      ({ id, number, classTitle }): Hit => ({
        key: id,
        to: `/archives?volume=${id}`,
        icon: IconArchive,
        name: number,
        about: `${classTitle} 案卷`,
      }),
    ),
    ...found.runs.map(
      ({ id, title, classTitle }): Hit => ({
        key: id,
        to: `/survey-runs/${id}`,
        icon: IconClipboardHeart,
        name: title,
        about: `评估　${classTitle}`,
      }),
    ),
  ];
}
