export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text of unstated encoding: by its byte order mark, else UTF-8 where every byte fits, else
 * GB18030 (never `gbk`, whose decoder loses 㛃 and 䶮). Null where it is none of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked: [DecodedText['encoding'], boolean][] = [
    ['UTF-16LE', bytes[0] === 0xff && bytes[1] === 0xfe],
    ['UTF-16BE', bytes[0] === 0xfe && bytes[1] === 0xff],
  ];
  const byMark = marked.find(([, present]) => present)?.[0];
  for (const encoding of byMark ? [byMark] : (['UTF-8', 'GB18030'] as const)) {
    const text = decode(bytes, encoding);
    if (text !== null && !text.includes('\u0000')) return { text, encoding };
  }
  return null;
}
