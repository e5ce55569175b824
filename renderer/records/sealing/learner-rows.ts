import {
  type IdentityDocument,
  identityKey,
  inferDocumentKind,
  tidyDocumentNumber,
} from '../../../shared/domain/people/identity-document.ts';
import type { Learner } from '../../../shared/domain/people/learner.ts';
import type { LearnerRow, SealedDocument } from '../../database/tables/learner-row.ts';
import type { Vault } from '../../database/vault.ts';
import { openField, sealField } from './sealed-fields.ts';
import { searchTerms } from './search-terms.ts';

function placeOf(learnerId: string, field: 'document' | 'phone'): string {
  return `learners/${learnerId}/${field}`;
}

function openDocument(vault: Vault, learnerId: string, sealed: SealedDocument): IdentityDocument {
  return { kind: sealed.kind, number: vault.open(placeOf(learnerId, 'document'), sealed) };
}

/** What a document is found by, without being readable. */
export function identityIndex(vault: Vault, document: IdentityDocument): string {
  return vault.indexOf(identityKey(document));
}

/** What anybody who holds a document with this number, of whatever kind, is found by. */
export function possibleIdentities(vault: Vault, text: string): string[] {
  const number = tidyDocumentNumber(text);
  const kinds = new Set([
    inferDocumentKind(number),
    'passport',
    'hongKongMacaoPermit',
    'taiwanPermit',
  ] as const);
  return [...kinds].map((kind) => identityIndex(vault, { kind, number }));
}

/** What a phone is found by among the search terms. */
export function phoneIndex(vault: Vault, phone: string): string {
  return vault.indexOf(`phone:${phone.replaceAll('-', '')}`);
}

/** The phone of a learner, empty where none is known. */
function openPhone(vault: Vault, { id, phone }: LearnerRow): string {
  return openField(vault, placeOf(id, 'phone'), phone);
}

/** A learner as the rules know one, personal data opened. @throws Refusal sealBroken */
export function openLearner(vault: Vault, row: LearnerRow): Learner {
  const { identities: _identities, terms: _terms, lastFour: _lastFour, ...rest } = row;
  return {
    ...rest,
    document: openDocument(vault, row.id, row.document),
    formerDocuments: row.formerDocuments.map((one) => openDocument(vault, row.id, one)),
    phone: openPhone(vault, row),
  };
}

/**
 * A learner as it is stored: personal data sealed, with what the indexes need.
 * @param before the row as it was: what did not change stays sealed as it is, so that the journal
 * shows only what did
 */
export function toLearnerRow(vault: Vault, learner: Learner, before?: LearnerRow): LearnerRow {
  const sealedBefore = new Map<string, SealedDocument>();
  for (const sealed of before ? [before.document, ...before.formerDocuments] : []) {
    sealedBefore.set(identityKey(openDocument(vault, learner.id, sealed)), sealed);
  }
  const sealDocument = (document: IdentityDocument): SealedDocument =>
    sealedBefore.get(identityKey(document)) ?? {
      kind: document.kind,
      ...vault.seal(placeOf(learner.id, 'document'), document.number),
    };
  const document = sealDocument(learner.document);
  const phone = sealField(vault, placeOf(learner.id, 'phone'), learner.phone, before?.phone);
  return {
    ...learner,
    document,
    formerDocuments: learner.formerDocuments.map(sealDocument),
    phone,
    identities: [learner.document, ...learner.formerDocuments].map((one) => identityIndex(vault, one)),
    terms: [
      ...searchTerms(learner),
      ...(phone ? [phone.lastFour, phoneIndex(vault, learner.phone)] : []),
    ].filter((term, index, all) => all.indexOf(term) === index),
    lastFour: document.lastFour,
  };
}
