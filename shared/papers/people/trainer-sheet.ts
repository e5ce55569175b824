import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { titleLevels } from '../../domain/people/learner.ts';
import { employments, type NamedTrainer, origins } from '../../domain/people/trainer.ts';
import { shortSubject } from '../../domain/teaching/course.ts';
import { trainerHeadings } from '../../exchange/trainers/columns.ts';

/** A trainer with what is sealed opened. */
export interface TrainerContact {
  trainer: NamedTrainer;
  phone: string;
  bankAccount: string;
}

/** The roster as a sheet that can be read back: a trainer a row. */
export function trainerWorkbook(baseName: string, contacts: readonly TrainerContact[]): WrittenWorkbook {
  const rows = contacts.map(({ trainer, phone, bankAccount }) => [
    trainer.name,
    employments[trainer.employment],
    origins[trainer.origin],
    trainer.employerName,
    trainer.title,
    titleLevels[trainer.titleLevel],
    trainer.fields.join('、'),
    trainer.subjects.map(shortSubject).join('、'),
    phone,
    trainer.bankName,
    bankAccount,
    trainer.note,
  ]);
  return { name: `${baseName} 师资名册`, sheet: '师资名册', rows: [trainerHeadings, ...rows] };
}
