import { randomBytes, randomInt, scrypt } from 'node:crypto';
import type { z } from 'zod';
import { parseBoundedJsonBytes } from '../../../shared/exchange/bounded-json.ts';
import {
  type ClassFile,
  classFile,
  type MarksFile,
  marksFile,
} from '../../../shared/exchange/handover/class-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { openWith, sealWith } from '../keys/seal.ts';

/** A class file: this, 16 bytes of salt, the JSON sealed with a key of the code (AES-256-GCM). */
const classMagic = Buffer.from('jidi-class-1\n');
/** A file of marks: this, the 36 characters of the handover's id, the JSON sealed with the key of the handover. */
const marksMagic = Buffer.from('jidi-marks-1\n');
const saltBytes = 16;
const idBytes = 36;

/** Neither 0 nor O, neither 1 nor I nor L. */
const codeDigits = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;

/** A code to be told by telephone: twelve digits and letters, some 59 bits, in groups of four. */
export function newHandoverCode(): string {
  const digits = Array.from({ length: codeLength }, () => codeDigits.charAt(randomInt(codeDigits.length)));
  return digits.join('').replace(/(.{4})(?=.)/g, '$1-');
}

function keyOfCode(code: string, salt: Buffer): Promise<Buffer> {
  const secret = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return new Promise((resolve, reject) => {
    // 32 MB and about a tenth of a second a guess.
    scrypt(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function parsed<Schema extends z.ZodType>(schema: Schema, name: string, content: Buffer): z.output<Schema> {
  try {
    const read = schema.safeParse(parseBoundedJsonBytes(content));
    if (read.success) return read.data;
  } catch {
    // What is no text or no JSON is told in the same words.
  }
  throw refusal('handoverUnreadable', { name, reason: '格式不对，或是更新的版本做的' });
}

/** A class file that opens with a code. */
export async function writeClassFile(content: ClassFile, code: string): Promise<Buffer> {
  const head = Buffer.concat([classMagic, randomBytes(saltBytes)]);
  const key = await keyOfCode(code, head.subarray(classMagic.length));
  return Buffer.concat([head, sealWith(key, Buffer.from(JSON.stringify(content)), head)]);
}

/** @throws Refusal handoverUnreadable, handoverCodeWrong */
export async function readClassFile(name: string, bytes: Uint8Array, code: string): Promise<ClassFile> {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, classMagic.length).equals(classMagic))
    throw refusal('handoverUnreadable', { name, reason: '不是班级文件' });
  const head = file.subarray(0, classMagic.length + saltBytes);
  const key = await keyOfCode(code, head.subarray(classMagic.length));
  let content: Buffer;
  try {
    content = openWith(key, file.subarray(head.length), head);
  } catch {
    throw refusal('handoverCodeWrong', { name });
  }
  return parsed(classFile, name, content);
}

/** A file of marks that only the machine opens that gave the class. @param key 64 hexadecimal digits */
export function writeMarksFile(content: MarksFile, key: string): Buffer {
  const head = Buffer.concat([marksMagic, Buffer.from(content.handoverId)]);
  return Buffer.concat([head, sealWith(Buffer.from(key, 'hex'), Buffer.from(JSON.stringify(content)), head)]);
}

/**
 * @param keys of the handovers that are known here, by id
 * @throws Refusal handoverUnreadable, handoverForeign
 */
export function readMarksFile(
  name: string,
  bytes: Uint8Array,
  keys: Readonly<Record<string, string>>,
): MarksFile {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, marksMagic.length).equals(marksMagic))
    throw refusal('handoverUnreadable', { name, reason: '不是点名结果文件' });
  const head = file.subarray(0, marksMagic.length + idBytes);
  const id = head.subarray(marksMagic.length).toString('latin1');
  const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
  if (key === undefined) throw refusal('handoverForeign', { name });
  let content: Buffer;
  try {
    content = openWith(Buffer.from(key, 'hex'), file.subarray(head.length), head);
  } catch {
    throw refusal('handoverUnreadable', { name, reason: '内容被改动过' });
  }
  return parsed(marksFile, name, content);
}
