import { z } from 'zod';
import type { Host } from '../../../shared/contract/host.ts';
import {
  type CertificateDesign,
  certificateDesign,
  imagesOf,
} from '../../../shared/domain/certificates/certificate-design.ts';
import { parseBoundedJson } from '../../../shared/exchange/bounded-json.ts';
import { refusal } from '../../../shared/refusals/index.ts';

/** A design as one file, with the pictures it needs. */
const designFile = z.object({
  format: z.literal('jidi-certificate-design'),
  version: z.literal(1),
  design: certificateDesign,
  /** Base64 by hash. */
  images: z.record(z.string(), z.string()),
});

function picturesOf(design: CertificateDesign): string[] {
  return design.backdrop === null ? imagesOf(design) : [...imagesOf(design), design.backdrop];
}

async function bytesOf(host: Host, hash: string): Promise<Uint8Array | null> {
  const located = await host.proofs.locate({ hash }).catch(() => null);
  const response = located && (await fetch(located.url));
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** Bytes as text that a file or an address can hold. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** The file of a design. */
export async function writeDesignFile(host: Host, design: CertificateDesign) {
  const images: Record<string, string> = {};
  for (const hash of picturesOf(design)) {
    const bytes = await bytesOf(host, hash);
    if (bytes) images[hash] = toBase64(bytes);
  }
  const text = JSON.stringify({ format: 'jidi-certificate-design', version: 1, design, images });
  return host.texts.write({ name: `证书样式 ${design.name}`, ending: 'json', text });
}

/** The design in a file; its pictures are taken into the base's keeping. @throws Refusal designFileUnknown */
export async function readDesignFile(host: Host, file: File): Promise<CertificateDesign> {
  let raw: unknown;
  try {
    raw = parseBoundedJson(await file.text());
  } catch {
    throw refusal('designFileUnknown', { name: file.name });
  }
  const parsed = designFile.safeParse(raw);
  if (!parsed.success) throw refusal('designFileUnknown', { name: file.name });
  const { design, images } = parsed.data;
  for (const hash of picturesOf(design)) {
    const encoded = images[hash];
    if (encoded === undefined) continue;
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const kept = await host.proofs.keep({ name: `${design.name}.png`, bytes });
    if (kept.hash !== hash) throw refusal('designFileUnknown', { name: file.name });
  }
  return design;
}
