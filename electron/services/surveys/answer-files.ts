import { hkdfSync, webcrypto } from 'node:crypto';
import { parseBoundedJsonBytes } from '../../../shared/exchange/bounded-json.ts';
import {
  answerFile,
  answerFileBinding,
  answerFileKeyInfo,
  type FilledForm,
  filledForms,
} from '../../../shared/exchange/surveys/answer-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { openWith } from '../keys/seal.ts';

const { subtle } = webcrypto;
/** Not the X25519 of `keys/key-agreement.ts`: browsers as old as learners have agree on keys by P-256 only. */
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** The two halves of a box's key, as base64: PKCS #8, and the raw point a form seals to. */
export interface BoxKeys {
  privateKey: string;
  publicKey: string;
}

export async function newBoxKeys(): Promise<BoxKeys> {
  const pair = await subtle.generateKey(curve, true, ['deriveBits']);
  const [own, open] = await Promise.all([
    subtle.exportKey('pkcs8', pair.privateKey),
    subtle.exportKey('raw', pair.publicKey),
  ]);
  return { privateKey: Buffer.from(own).toString('base64'), publicKey: Buffer.from(open).toString('base64') };
}

function parseFile(name: string, bytes: Uint8Array) {
  try {
    return answerFile.parse(parseBoundedJsonBytes(bytes));
  } catch {
    throw refusal('answerFileUnknown', { name });
  }
}

/**
 * The forms in an answer file.
 * @throws Refusal answerFileUnknown, answerFileOfOther, answerFileChanged
 */
export async function openAnswerFile(
  { name, bytes }: { name: string; bytes: Uint8Array },
  runId: string,
  { privateKey }: BoxKeys,
): Promise<FilledForm[]> {
  const file = parseFile(name, bytes);
  if (file.runId !== runId) throw refusal('answerFileOfOther', { name });
  try {
    const own = await subtle.importKey('pkcs8', Buffer.from(privateKey, 'base64'), curve, false, [
      'deriveBits',
    ]);
    const ephemeral = Buffer.from(file.ephemeral, 'base64');
    const other = await subtle.importKey('raw', ephemeral, curve, false, []);
    const secret = await subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
    const info = new TextEncoder().encode(answerFileKeyInfo);
    const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret), ephemeral, info, 32));
    const binding = new TextEncoder().encode(answerFileBinding(file));
    const opened = openWith(key, Buffer.from(file.sealed, 'base64'), binding);
    return filledForms.parse(parseBoundedJsonBytes(opened));
  } catch {
    throw refusal('answerFileChanged', { name });
  }
}
