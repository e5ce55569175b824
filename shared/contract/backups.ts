import { z } from 'zod';
import { actor } from '../domain/base/actor.ts';
import { oneOf } from '../domain/base/one-of.ts';

const nothing = z.object({});

export const backupReasons = {
  daily: '每日',
  afterWork: '下班',
  manual: '手动',
  beforeRestore: '恢复之前',
  beforeUpgrade: '升级之前',
} as const;
export type BackupReason = keyof typeof backupReasons;
export const backupReason = oneOf(backupReasons);

/** One backup as it lies in a folder, read from its header. */
const backupFile = z.object({
  name: z.string(),
  place: z.enum(['dataFolder', 'secondPlace']),
  createdAt: z.iso.datetime(),
  reason: backupReason,
  /** How many operations it holds. */
  sequence: z.number().int(),
  bytes: z.number().int(),
});
export type BackupFile = z.infer<typeof backupFile>;

/** A backup in one of our folders, or one brought along from another machine. */
const backupSource = z.union([
  backupFile.pick({ name: true, place: true }),
  z.object({ bytes: z.instanceof(Uint8Array) }),
]);
export type BackupSource = z.infer<typeof backupSource>;

/** What opens a backup that this desk's own key does not: its recovery code or passphrase. */
const secret = z.string().nullable();

const counts = z.record(z.string(), z.number().int());

const backupContent = z.object({
  createdAt: z.iso.datetime(),
  baseName: z.string().nullable(),
  sequence: z.number().int(),
  lastAt: z.iso.datetime().nullable(),
  /** Rows a table holds in the backup, and now. */
  rows: counts,
  rowsNow: counts,
  /** How many of the operations after the backup a restore would take back; null for another base's. */
  takenBack: z.number().int().nullable(),
});
export type BackupContent = z.infer<typeof backupContent>;

export const backupsContract = {
  list: {
    input: nothing,
    output: z.object({
      backups: z.array(backupFile),
      folder: z.string(),
      secondPlace: z.object({ folder: z.string(), failure: z.string().nullable() }).nullable(),
    }),
  },
  /** Makes one now, in both places; each is read back before this answers. */
  make: { input: z.object({ reason: backupReason }), output: z.object({ name: z.string() }) },
  /** Makes today's where there is none yet and something was done since the last. */
  makeDue: { input: nothing, output: z.object({ made: z.boolean() }) },
  setSecondPlace: { input: z.object({ folder: z.string().nullable() }), output: nothing },
  setPassphrase: {
    input: z.object({ session: z.uuid(), passphrase: z.string().min(10, '口令至少 10 位').nullable() }),
    output: nothing,
  },
  inspect: { input: z.object({ source: backupSource, secret }), output: backupContent },
  /** Puts the backup in the journal's place; what was there is backed up first. */
  restore: {
    input: z.object({ source: backupSource, secret, actor }),
    output: z.object({ undo: z.string().nullable() }),
  },
  /** What a damaged journal still yields together with the newest backup that helps; changes nothing. */
  planMend: {
    input: nothing,
    output: z.object({ recovered: z.number().int(), lost: z.number().int(), backup: z.string().nullable() }),
  },
  mend: { input: nothing, output: z.object({ sequence: z.number().int() }) },
} as const;
