import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';
import type { WalkIn } from '../../../shared/domain/teaching/attendance.ts';
import type { Vault } from '../../database/vault.ts';
import { openField, sealField, withoutLastFour } from './sealed-fields.ts';

function placeOf(sessionId: string, walkInId: string): string {
  return `attendance/${sessionId}/walkIns/${walkInId}/note`;
}

/** What was noted of a walk-in as it is kept, null where nothing was. */
export function sealWalkInNote(
  vault: Vault,
  sessionId: string,
  walkInId: string,
  note: string,
): SealedText | null {
  return withoutLastFour(sealField(vault, placeOf(sessionId, walkInId), note));
}

/** What was noted of a walk-in, empty where nothing was. @throws Refusal sealBroken */
export function openWalkInNote(
  vault: Vault,
  sessionId: string,
  { id, note }: Pick<WalkIn, 'id' | 'note'>,
): string {
  return openField(vault, placeOf(sessionId, id), note);
}
