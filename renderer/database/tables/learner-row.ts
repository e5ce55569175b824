import type { IdentityDocument } from '../../../shared/domain/people/identity-document.ts';
import type { Learner } from '../../../shared/domain/people/learner.ts';
import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';

export interface SealedDocument extends SealedText {
  kind: IdentityDocument['kind'];
}

/** A learner as it is stored: personal data sealed, with what the indexes need. */
export interface LearnerRow extends Omit<Learner, 'document' | 'formerDocuments' | 'phone'> {
  document: SealedDocument;
  formerDocuments: SealedDocument[];
  phone: SealedText | null;
  /** A keyed hash of every document held; unique over all learners. */
  identities: string[];
  /** What a search may begin with: name, pinyin initials, last four digits, learner number, hashed phone. */
  terms: string[];
  lastFour: string;
}
