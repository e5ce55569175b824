const longReference = /&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi;

/**
 * XML or HTML with every character reference beyond U+FFFF written as the character itself:
 * SheetJS cuts such a reference to 16 bits, which makes another name of 张𬭁.
 */
export function writeOutReferences(markup: string): string {
  return markup.replace(longReference, (reference, hex?: string, decimal?: string) => {
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint > 0xffff && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : reference;
  });
}
