import type { NamedTrainer, TrainerDetails } from '../../shared/domain/people/trainer.ts';

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

/** A trainer as a form gives one. */
export function trainerDetailsOf(name: string, about: Partial<TrainerDetails> = {}): TrainerDetails {
  return {
    employment: 'partTime',
    origin: 'inRegion',
    fields: ['测绘'],
    subjects: ['professional'],
    certificates: [],
    photo: null,
    bankName: '工行',
    bankAccount: '6222021234567890123',
    note: '',
    leftOn: null,
    learnerId: null,
    person: { name, employerName: '某大学', title: '教授', titleLevel: 'senior', phone: '13800001234' },
    ...about,
  };
}
