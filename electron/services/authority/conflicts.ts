import { describePeriod, yearBefore } from '../../../shared/domain/base/period.ts';
import type { Statistics } from '../../../shared/domain/base/statistics.ts';
import type { SubmissionManifest } from '../../../shared/exchange/submission/manifest.ts';
import { Refusal } from '../../../shared/refusals/index.ts';
import { mostHoursAYear } from '../../../shared/regulation/plausibility.ts';

/** What is kept in memory of a package while all of a folder are compared. */
export interface PackageSummary {
  manifest: Pick<SubmissionManifest, 'base' | 'period' | 'sequence' | 'replaces' | 'key'>;
  manifestHash: string;
  totals: Statistics['totals'];
  /** Classes with more people than they may have. */
  overfull: { label: string; people: number; capacity: number }[];
}

/** Of a package's classes, those with more people than they may have. */
export function overfullClasses({ by }: Pick<Statistics, 'by'>): PackageSummary['overfull'] {
  return by.class.flatMap(({ label, people, capacity }) =>
    capacity !== null && people > capacity ? [{ label, people, capacity }] : [],
  );
}

/** A package as it came in: opened, or why it could not be. */
export interface Incoming {
  file: string;
  opened: PackageSummary | null;
  failure: string;
}

/** What stands in the way of taking it, or wants a look. */
export interface Conflict {
  file: string;
  base: string;
  period: string;
  /** `refused` stops the whole run; `passed over` and `look` do not. */
  kind: 'refused' | 'passed over' | 'look';
  reason: string;
}

/** What was taken before, of one base and period. */
export interface TakenPackage {
  baseCode: string;
  from: string;
  to: string;
  sequence: number;
  manifestHash: string;
  people: number;
  personTimes: number;
}

/** Which key each base signs with, as the authority registered it. */
export type KeyRegister = ReadonlyMap<string, readonly string[]>;

const jump = { percent: 100, from: 50 };

export function failureText(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.message : `读不出来：${String(thrown)}`;
}

function keyConflict({ manifest }: PackageSummary, keys: KeyRegister): string | null {
  const known = keys.get(manifest.base.code);
  if (!known) return `基地代码 ${manifest.base.code} 没有登记公钥`;
  return known.includes(manifest.key.publicKey) ? null : '签名的公钥不是这个基地登记的';
}

function seriesOf(baseCode: string, { from, to }: { from: string; to: string }): string {
  return `${baseCode} ${from} ${to}`;
}

/** @param past what was taken last of each base and period */
function plausibility(
  { manifest, totals, overfull }: PackageSummary,
  past: ReadonlyMap<string, TakenPackage>,
): string[] {
  const { people, personTimes, generalHours, professionalHours } = totals;
  const found = overfull.map(
    ({ label, people: present, capacity }) => `${label}：${present} 人，超过人数上限 ${capacity}`,
  );
  if (people > 0 && (generalHours + professionalHours) / people > mostHoursAYear)
    found.push(`人均 ${Math.round((generalHours + professionalHours) / people)} 学时，超过可能`);
  const then = past.get(seriesOf(manifest.base.code, yearBefore(manifest.period)));
  if (then && then.personTimes >= jump.from) {
    const percent = Math.round(((personTimes - then.personTimes) / then.personTimes) * 100);
    if (Math.abs(percent) >= jump.percent)
      found.push(`人次 ${personTimes}，上年同期 ${then.personTimes}，变化 ${percent}%`);
  }
  return found;
}

/** Everything that stands against taking these packages, in the order they came (第28条). */
export function conflictsOf(
  incoming: readonly Incoming[],
  taken: readonly TakenPackage[],
  keys: KeyRegister,
): Conflict[] {
  const seen = new Map<string, string>();
  const known = new Map(
    taken.map((one) => [`${seriesOf(one.baseCode, one)} ${one.sequence}`, one.manifestHash]),
  );
  const past = new Map(taken.map((one) => [seriesOf(one.baseCode, one), one]));
  const sequences = new Map<string, Set<number>>();
  const noteSequence = (series: string, sequence: number) =>
    sequences.set(series, (sequences.get(series) ?? new Set()).add(sequence));
  for (const one of taken) noteSequence(seriesOf(one.baseCode, one), one.sequence);
  for (const { opened } of incoming) {
    if (!opened) continue;
    const { base, period, sequence } = opened.manifest;
    noteSequence(seriesOf(base.code, period), sequence);
  }
  return incoming.flatMap(({ file, opened, failure }): Conflict[] => {
    if (!opened) return [{ file, base: '', period: '', kind: 'refused', reason: failure }];
    const { base, period, sequence, replaces } = opened.manifest;
    const of = { file, base: `${base.code} ${base.name}`, period: describePeriod(period) };
    const series = seriesOf(base.code, period);
    const place = `${series} ${sequence}`;
    const found: Conflict[] = [];
    const refuse = (reason: string) => found.push({ ...of, kind: 'refused', reason });
    const wrongKey = keyConflict(opened, keys);
    if (wrongKey) refuse(wrongKey);
    const before = known.get(place) ?? seen.get(place);
    if (before === opened.manifestHash)
      found.push({ ...of, kind: 'passed over', reason: '已经收过，不再收' });
    else if (before !== undefined) refuse(`第 ${sequence} 次报送有两份内容不同的`);
    seen.set(place, opened.manifestHash);
    if (replaces !== null && !sequences.get(series)?.has(replaces))
      refuse(`更正的是第 ${replaces} 次，而第 ${replaces} 次没有收到`);
    for (const reason of plausibility(opened, past)) found.push({ ...of, kind: 'look', reason });
    return found;
  });
}
