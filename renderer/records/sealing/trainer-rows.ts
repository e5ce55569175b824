import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';
import type { NamedTrainer, Trainer, TrainerDetails } from '../../../shared/domain/people/trainer.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { Vault } from '../../database/vault.ts';
import { openField, sealField } from './sealed-fields.ts';

function placeOf(id: string, field: 'phone' | 'bankAccount'): string {
  return `trainers/${id}/${field}`;
}

/** A trainer as a form shows one, phone and bank account opened. @throws Refusal sealBroken */
export function openTrainer(vault: Vault, trainer: Trainer): TrainerDetails {
  const { id, formerNames: _, person, bankAccount, ...facts } = trainer;
  return {
    ...facts,
    person: person && { ...person, phone: openField(vault, placeOf(id, 'phone'), person.phone) },
    bankAccount: openField(vault, placeOf(id, 'bankAccount'), bankAccount),
  };
}

/**
 * A trainer as it is stored: phone and bank account sealed; what did not change stays sealed as it is, so
 * that the journal shows only what did.
 */
export function toTrainerRow(vault: Vault, id: string, details: TrainerDetails, before?: Trainer): Trainer {
  const seal = (field: 'phone' | 'bankAccount', text: string, was: SealedText | null | undefined) =>
    sealField(vault, placeOf(id, field), text, was ?? null);
  const { person, bankAccount, ...facts } = details;
  const former = before?.person && before.person.name !== person?.name ? [before.person.name] : [];
  return {
    ...facts,
    id,
    person: person && { ...person, phone: seal('phone', person.phone, before?.person?.phone) },
    bankAccount: seal('bankAccount', bankAccount, before?.bankAccount),
    formerNames: [...new Set([...(before?.formerNames ?? []), ...former])],
  };
}

/** Trainers under the name, title and employer of their one record. */
export async function nameTrainers(
  { rows }: BaseDatabase,
  trainers: readonly Trainer[],
): Promise<NamedTrainer[]> {
  const learners = await rows.learners.bulkGet(trainers.map(({ learnerId }) => learnerId ?? ''));
  const employers = await rows.employers.bulkGet(learners.map((learner) => learner?.employerId ?? ''));
  return trainers.map((trainer, index) => {
    const { person } = trainer;
    if (person) {
      const { name, employerName, title, titleLevel } = person;
      return { ...trainer, name, employerName, title, titleLevel };
    }
    const learner = learners[index];
    return {
      ...trainer,
      name: learner?.name ?? '',
      employerName: employers[index]?.name ?? '',
      title: learner?.title ?? '',
      titleLevel: learner?.titleLevel ?? 'none',
    };
  });
}

/** The whole roster by name: a base has tens or hundreds. */
export async function namedTrainers(database: BaseDatabase): Promise<NamedTrainer[]> {
  const named = await nameTrainers(database, await database.rows.trainers.toArray());
  return named.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
