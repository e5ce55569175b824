import { type IdentityDocument, maskDocumentNumber } from '../../shared/domain/identity-document.ts';

/** A document number as screens show it: masked, its last four digits to tell people apart. */
export function MaskedDocument({ document }: { document: IdentityDocument }) {
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{maskDocumentNumber(document.number)}</span>;
}
