import type { NamedTrainer } from '../../shared/domain/trainer.ts';

/** A trainer of the roster, called as its id where nothing else is said. */
export function namedTrainer(id: string, about: Partial<NamedTrainer> = {}): NamedTrainer {
  return {
    id,
    name: id,
    employerName: '',
    title: '',
    titleLevel: 'none',
    employment: 'partTime',
    origin: 'inRegion',
    fields: [],
    subjects: [],
    certificates: [],
    photo: null,
    bankName: '',
    bankAccount: null,
    note: '',
    leftOn: null,
    learnerId: null,
    person: null,
    formerNames: [],
    ...about,
  };
}
