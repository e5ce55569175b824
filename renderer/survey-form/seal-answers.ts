import {
  type AnswerFile,
  answerFileBinding,
  answerFileKeyInfo,
  answerFilePadding,
  type FilledForm,
} from '../../shared/exchange/surveys/answer-file.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const encoder = new TextEncoder();

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Seals filled forms to the ballot box of a run: only the base's app opens the file. */
export async function sealAnswers(
  runId: string,
  publicKey: string,
  forms: readonly FilledForm[],
): Promise<AnswerFile> {
  const { subtle } = crypto;
  const own = await subtle.generateKey(curve, true, ['deriveBits']);
  const box = await subtle.importKey('raw', fromBase64(publicKey), curve, false, []);
  const ephemeral = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
  const secret = await subtle.deriveBits({ name: 'ECDH', public: box }, own.privateKey, 256);
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: ephemeral, info: encoder.encode(answerFileKeyInfo) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const about = { format: 'jidi-answers', version: 1, runId } as const;
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = JSON.stringify(forms);
  const padded = text.padEnd(Math.ceil(text.length / answerFilePadding) * answerFilePadding);
  const sealed = await subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(answerFileBinding(about)) },
    key,
    encoder.encode(padded),
  );
  const whole = Uint8Array.from([...nonce, ...new Uint8Array(sealed)]);
  return { ...about, ephemeral: toBase64(ephemeral), sealed: toBase64(whole) };
}
