import { accountsRefusals } from './accounts.ts';
import { archivesRefusals } from './archives.ts';
import { baseRefusals } from './base.ts';
import { certificatesRefusals } from './certificates.ts';
import { classesRefusals } from './classes.ts';
import { filesRefusals } from './files.ts';
import { generalRefusals } from './general.ts';
import { handoverRefusals } from './handover.ts';
import { hoursRefusals } from './hours.ts';
import { moneyRefusals } from './money.ts';
import { peopleRefusals } from './people.ts';
import { planRefusals } from './plan.ts';
import { recordsRefusals } from './records.ts';
import { submissionRefusals } from './submission.ts';
import { surveysRefusals } from './surveys.ts';

/**
 * Why something was not done: one line a code, its data named by the parameter. Codes and data
 * cross every border; the sentence is made where a person reads it.
 */
const refusals = {
  ...generalRefusals,
  ...baseRefusals,
  ...peopleRefusals,
  ...classesRefusals,
  ...planRefusals,
  ...archivesRefusals,
  ...certificatesRefusals,
  ...hoursRefusals,
  ...surveysRefusals,
  ...moneyRefusals,
  ...submissionRefusals,
  ...handoverRefusals,
  ...filesRefusals,
  ...recordsRefusals,
  ...accountsRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;
export type RefusalData<Code extends RefusalCode> =
  Parameters<(typeof refusals)[Code]> extends [infer Data] ? Data : undefined;

/** A refusal as it crosses a border. */
export interface RefusalMessage {
  code: string;
  data: unknown;
}

/** Thrown where something is refused; `message` is the Chinese sentence for the person at the desk. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly data: unknown,
    message: string,
  ) {
    super(message);
  }
}

function sentence(code: RefusalCode, data: unknown): string {
  return (refusals[code] as (at: unknown) => string)(data);
}

/** The refusal with this code; its data is typed by the catalogue. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  ...[data]: RefusalData<Code> extends undefined ? [] : [RefusalData<Code>]
): Refusal {
  return new Refusal(code, data, sentence(code, data));
}

/** The message of anything thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Anything thrown as a refusal; an unforeseen error keeps only its message. */
export function asRefusal(thrown: unknown): Refusal {
  return thrown instanceof Refusal ? thrown : refusal('internal', { what: messageOf(thrown) });
}

/** What crosses a border for anything thrown. */
export function toRefusalMessage(thrown: unknown): RefusalMessage {
  const { code, data } = asRefusal(thrown);
  return { code, data };
}

/** The refusal a message stands for. */
export function fromRefusalMessage({ code, data }: RefusalMessage): Refusal {
  if (!Object.hasOwn(refusals, code)) return refusal('internal', { what: code });
  return new Refusal(code as RefusalCode, data, sentence(code as RefusalCode, data));
}
