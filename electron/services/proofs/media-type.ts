import type { ProofFile } from '../../../shared/domain/teaching/outside-entry.ts';

const signatures: { type: ProofFile['type']; bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** What a file is by its first bytes, whatever its name says; null where it is none that can be shown and bound. */
export function mediaTypeOf(content: Uint8Array): ProofFile['type'] | null {
  return signatures.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte))?.type ?? null;
}
