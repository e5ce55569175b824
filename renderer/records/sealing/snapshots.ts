import type { BaseSettings } from '../../../shared/domain/base/base.ts';
import { documentKinds, maskDocumentNumber } from '../../../shared/domain/people/identity-document.ts';
import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import type { Vault } from '../../database/vault.ts';
import { openLearner } from './learner-rows.ts';

/** The tables of papers that keep all they print, of which the document number is sealed. */
type PaperTable = 'certificates' | 'transcripts';

function placeOf(table: PaperTable, id: string): string {
  return `${table}/${id}/documentNumber`;
}

/** Whose paper it is by document, as it is printed: masked or whole by the setting of now. */
export function statedDocument(
  vault: Vault,
  learner: LearnerRow,
  { maskDocumentNumber: masks }: Pick<BaseSettings, 'maskDocumentNumber'>,
): { documentKind: string; documentNumber: string } {
  const { kind, number } = openLearner(vault, learner).document;
  return {
    documentKind: documentKinds[kind],
    documentNumber: masks ? maskDocumentNumber(number) : number,
  };
}

/** A paper's snapshot as it is kept. @param id the paper's, to which it is sealed */
export function sealSnapshot<Stated extends { documentNumber: string }>(
  vault: Vault,
  table: PaperTable,
  id: string,
  snapshot: Stated,
): Omit<Stated, 'documentNumber'> & { documentNumber: SealedText } {
  return { ...snapshot, documentNumber: vault.seal(placeOf(table, id), snapshot.documentNumber) };
}

/** A paper's snapshot as it is printed. @throws Refusal sealBroken */
export function openSnapshot<Kept extends { documentNumber: SealedText }>(
  vault: Vault,
  table: PaperTable,
  { id, snapshot }: { id: string; snapshot: Kept },
): Omit<Kept, 'documentNumber'> & { documentNumber: string } {
  return { ...snapshot, documentNumber: vault.open(placeOf(table, id), snapshot.documentNumber) };
}
