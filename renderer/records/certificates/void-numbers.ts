import type { Host } from '../../../shared/contract/host.ts';
import { addDays, civilDateAt } from '../../../shared/domain/base/civil-date.ts';
import type { VoidedNumber } from '../../../shared/exchange/proof/void-list.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGetBase } from '../lookups.ts';

function dayOf(instant: string): string {
  return civilDateAt(Date.parse(instant));
}

/** Every certificate that is not in force any more, by number, with what a checker is told. */
export async function voidedNumbers({ rows }: BaseDatabase): Promise<VoidedNumber[]> {
  const certificates = await rows.certificates.filter(({ state }) => state !== 'valid').toArray();
  const successors = await rows.certificates
    .where('number')
    .anyOf(certificates.flatMap(({ replacedBy }) => replacedBy ?? []))
    .toArray();
  const issuedOn = new Map(successors.map(({ number, issuedAt }) => [number, dayOf(issuedAt)]));
  return certificates
    .map(({ number, state, voided, replacedBy, issuedAt }): VoidedNumber => {
      if (state === 'void') {
        const on = dayOf(voided?.at ?? issuedAt);
        return { number, state, on, reason: voided?.reason ?? '', replacedBy: '' };
      }
      const on = issuedOn.get(replacedBy ?? '') ?? dayOf(issuedAt);
      return { number, state: 'replaced', on, reason: '', replacedBy: replacedBy ?? '' };
    })
    .sort((a, b) => a.number.localeCompare(b.number));
}

/** Has the host write the verification page and the list of void numbers, as of a day. */
export async function writeVerifier(database: BaseDatabase, host: Host, today: string) {
  const [base, voided] = await Promise.all([mustGetBase(database), voidedNumbers(database)]);
  const { generation, from, retired } = base.signing;
  return host.signing.writeVerifier({
    baseName: base.profile.name,
    baseCode: base.profile.code,
    asOf: today,
    goodUntil: addDays(today, base.settings.voidListDays),
    keys: [
      ...retired.map((key) => ({ generation: key.generation, from: key.from, until: key.until })),
      { generation, from, until: null },
    ],
    voided,
  });
}
