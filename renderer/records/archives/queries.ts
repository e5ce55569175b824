import type { Attachment, ShelfPart } from '../../../shared/domain/teaching/attachment.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Filing, Loan, ShelvedVolume } from '../../../shared/domain/teaching/filing.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { type ArchiveState, archiveState } from './archive-state.ts';
import { readClassRecord } from './class-record.ts';
import { volumesOf } from './volumes.ts';

/** Where the archive of a class stands, with its volumes. */
export async function readArchive(
  database: BaseDatabase,
  classId: string,
  today: string,
): Promise<{ state: ArchiveState; volumes: Filing[] }> {
  const record = await readClassRecord(database, classId, today);
  return { state: archiveState(record), volumes: await volumesOf(database, classId) };
}

/** Every volume, the latest first. */
async function shelvedVolumes({ rows }: BaseDatabase): Promise<ShelvedVolume[]> {
  const [filings, loans] = await Promise.all([rows.filings.toArray(), rows.loans.toArray()]);
  const out = new Map(loans.filter(({ returned }) => returned === null).map((loan) => [loan.filingId, loan]));
  return filings
    .sort((a, b) => b.year - a.year || a.number.localeCompare(b.number))
    .map((filing) => ({ filing, loan: out.get(filing.id) ?? null }));
}

/** Closed classes that are not filed yet, the earliest closed first. */
async function classesToFile({ rows }: BaseDatabase): Promise<TrainingClass[]> {
  const closed = await rows.classes.where('closed.at').above('').toArray();
  return closed
    .filter(({ filed }) => !filed)
    .sort((a, b) => (a.endDate ?? '').localeCompare(b.endDate ?? ''));
}

export interface Shelf {
  volumes: ShelvedVolume[];
  toFile: TrainingClass[];
  supplementing: TrainingClass[];
}

/** The shelf of teaching archives. */
export async function readShelf(database: BaseDatabase): Promise<Shelf> {
  const volumes = await shelvedVolumes(database);
  const ids = [...new Set(volumes.flatMap(({ filing }) => filing.classId ?? []))];
  const filed = (await database.rows.classes.bulkGet(ids)).filter((of) => of !== undefined);
  return {
    volumes,
    toFile: await classesToFile(database),
    supplementing: filed.filter(({ supplement }) => supplement),
  };
}

/** The loans of a volume, the latest first. */
export async function readLoans(database: BaseDatabase, filingId: string): Promise<Loan[]> {
  const loans = await database.rows.loans.where('filingId').equals(filingId).toArray();
  return loans.sort((a, b) => b.borrowedOn.localeCompare(a.borrowedOn) || b.id.localeCompare(a.id));
}

/** Files attached to a part of the shelf. */
export async function readShelfAttachments(database: BaseDatabase, part: ShelfPart): Promise<Attachment[]> {
  return database.rows.attachments.where('shelf').equals(part).sortBy('id');
}
