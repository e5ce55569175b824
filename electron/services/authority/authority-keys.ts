import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import {
  type AcknowledgementContent,
  acknowledgementKind,
} from '../../../shared/exchange/submission/acknowledgement.ts';
import { type AuthorityCard, authorityCardKind } from '../../../shared/exchange/submission/authority-card.ts';
import { writeSignedFile } from '../../../shared/exchange/submission/signed-file.ts';
import { type Disk, realDisk } from '../disk/disk.ts';
import { KeyFile } from '../disk/key-file.ts';
import { agreementPublicKey } from '../keys/key-agreement.ts';
import { type Signer, signerFrom } from '../signing/signing-keys.ts';
import { unsealPackage } from '../submissions/sealed-package.ts';

const fileName = 'authority-key';
const seedBytes = 32;

function derive(seed: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', seed, Buffer.alloc(0), `jidi-authority/${purpose}`, 32));
}

/** The authority's keys: one that signs acknowledgements, one that packages are sealed for. */
export class AuthorityKeys {
  private readonly signer: Signer;
  private readonly sealingSecret: Buffer;

  constructor(seed: Buffer) {
    this.signer = signerFrom(1, derive(seed, 'signing'));
    this.sealingSecret = derive(seed, 'sealing');
  }

  /** Those of a store, made when they are first needed. @throws Refusal keyFileUnusable, diskFailure */
  static async of(folder: string, disk: Disk = realDisk): Promise<AuthorityKeys> {
    return new AuthorityKeys(await new KeyFile(join(folder, fileName), seedBytes, disk).readOrMake());
  }

  get publicKey(): string {
    return this.signer.publicKey.toString('hex');
  }

  private readonly sign = (message: Uint8Array) => this.signer.sign(message).toString('base64');

  /** The text of the file that bases register the authority by. */
  card(name: string): string {
    const card: AuthorityCard = {
      format: 'jidi-authority',
      version: 1,
      name,
      publicKey: this.publicKey,
      sealingKey: agreementPublicKey(this.sealingSecret).toString('hex'),
    };
    return writeSignedFile(authorityCardKind, card, this.sign);
  }

  /** The text of an acknowledgement's file. */
  acknowledgement(about: Omit<AcknowledgementContent, 'format' | 'version' | 'publicKey'>): string {
    const acknowledgement: AcknowledgementContent = {
      format: 'jidi-acknowledgement',
      version: 1,
      ...about,
      publicKey: this.publicKey,
    };
    return writeSignedFile(acknowledgementKind, acknowledgement, this.sign);
  }

  /** A package that was sealed for this authority. @throws Refusal submissionUnreadable */
  unseal(name: string, bytes: Uint8Array): Buffer {
    return unsealPackage(name, bytes, this.sealingSecret);
  }
}
