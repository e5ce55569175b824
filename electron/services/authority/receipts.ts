import { refusal } from '../../../shared/domain/refusal.ts';
import { packageJson } from '../../../shared/exchange/submission/manifest.ts';
import {
  type ReceiptContent,
  type ReceiptFile,
  receiptFile,
  receiptSignaturePrefix,
} from '../../../shared/exchange/submission/receipt.ts';
import { isSignedBy } from '../signing/is-signed-by.ts';
import type { Signer } from '../signing/signing-keys.ts';

function signedBytes(receipt: ReceiptContent): Buffer {
  return Buffer.from(receiptSignaturePrefix + packageJson(receipt));
}

/** The text of a receipt's file. */
export function writeReceipt(
  about: Omit<ReceiptContent, 'format' | 'version' | 'publicKey'>,
  signer: Signer,
): string {
  const receipt: ReceiptContent = {
    format: 'jidi-receipt',
    version: 1,
    ...about,
    publicKey: signer.publicKey.toString('hex'),
  };
  const file: ReceiptFile = { receipt, signature: signer.sign(signedBytes(receipt)).toString('base64') };
  return packageJson(file);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A receipt whose signature holds; whose key it is, is for the base to know. @throws Refusal receiptUnreadable */
export function readReceipt(name: string, bytes: Uint8Array): ReceiptContent {
  const refuse = (reason: string) => refusal('receiptUnreadable', { name, reason });
  if (bytes.length > 20_000) throw refuse('文件太大');
  const text = Buffer.from(bytes).toString('utf8');
  const read = receiptFile.safeParse(parsed(text));
  if (!read.success) throw refuse('不是回执文件');
  const { receipt, signature } = read.data;
  const isWhole = packageJson(read.data) === text;
  if (!isWhole || !isSignedBy(receipt.publicKey, signedBytes(receipt), signature))
    throw refuse('签名不对，内容被改动过');
  return receipt;
}
