import { z } from 'zod';
import { parseBoundedJson } from '../bounded-json.ts';
import { packageJson } from './manifest.ts';

/** Whether a Base64 signature is of this message by this key; the key as 64 hexadecimal digits. */
export type IsSignedBy = (publicKey: string, message: Uint8Array, signature: string) => boolean;

/** A small file of JSON that an authority signs: what lies in it, and what its signature is told apart by. */
export interface SignedKind<Content extends { publicKey: string }> {
  content: z.ZodType<Content>;
  prefix: string;
}

const mostBytes = 20_000;

function envelope<Content>(content: z.ZodType<Content>) {
  return z.object({ content, signature: z.string().max(200) });
}

/** The bytes that are signed. */
function signedBytes<Content extends { publicKey: string }>(
  { prefix }: SignedKind<Content>,
  content: Content,
): Uint8Array {
  return new TextEncoder().encode(prefix + packageJson(content));
}

/** The text of the file. @param sign gives Base64 */
export function writeSignedFile<Content extends { publicKey: string }>(
  kind: SignedKind<Content>,
  content: Content,
  sign: (message: Uint8Array) => string,
): string {
  return packageJson({ content, signature: sign(signedBytes(kind, content)) });
}

export type ReadSigned<Content> = { ok: true; content: Content } | { ok: false; why: string };

/** A file whose signature holds, byte for byte as it was written; whose key it is, is for the reader to know. */
export function readSignedFile<Content extends { publicKey: string }>(
  kind: SignedKind<Content>,
  bytes: Uint8Array,
  isSignedBy: IsSignedBy,
): ReadSigned<Content> {
  if (bytes.length > mostBytes) return { ok: false, why: '文件太大' };
  let text: string;
  let raw: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    raw = parseBoundedJson(text);
  } catch {
    return { ok: false, why: '不是这种文件' };
  }
  const read = envelope(kind.content).safeParse(raw);
  if (!read.success) return { ok: false, why: '不是这种文件，或是更新的版本做的' };
  const { content, signature } = read.data;
  const isWhole = packageJson(read.data) === text;
  if (!isWhole || !isSignedBy(content.publicKey, signedBytes(kind, content), signature))
    return { ok: false, why: '签名不对，内容被改动过' };
  return { ok: true, content };
}
