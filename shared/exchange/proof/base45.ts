const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const valueOf45 = new Map([...alphabet].map((character, value) => [character, value]));

/** Bytes in the characters a QR code packs best (RFC 9285). */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    const value = low === undefined ? high : high * 256 + low;
    text += `${alphabet[value % 45]}${alphabet[Math.floor(value / 45) % 45]}`;
    if (low !== undefined) text += alphabet[Math.floor(value / 2025)];
  }
  return text;
}

/** The bytes of a base 45 text; null where it is none. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((character) => valueOf45.get(character));
    const [first, second, third] = digits;
    if (first === undefined || second === undefined || digits.includes(undefined)) return null;
    const value = first + second * 45 + (third ?? 0) * 2025;
    if (digits.length === 2) {
      if (value > 255) return null;
      bytes.push(value);
    } else {
      if (value > 65_535) return null;
      bytes.push(Math.floor(value / 256), value % 256);
    }
  }
  return Uint8Array.from(bytes);
}
