import { maskSealed, type SealedText } from '../../shared/domain/people/sealed-text.ts';

/** A sealed number as screens show it: its last four digits, to tell people apart. */
export function MaskedNumber({ number }: { number: SealedText }) {
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{maskSealed(number)}</span>;
}
