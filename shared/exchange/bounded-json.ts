/** Deeper than anything we exchange: what is, was made to break whoever reads it. */
const deepest = 64;

function refuseDeep(text: string): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isText) {
      if (character === '\\') at += 1;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) throw new SyntaxError(`JSON is nested deeper than ${deepest}`);
    } else if (character === '}' || character === ']') depth -= 1;
  }
}

/** What a JSON text from elsewhere says. @throws SyntaxError where it is none, or is nested beyond reason */
export function parseBoundedJson(text: string): unknown {
  refuseDeep(text);
  return JSON.parse(text);
}

/** The same of bytes, which must be UTF-8. @throws SyntaxError, TypeError */
export function parseBoundedJsonBytes(bytes: Uint8Array): unknown {
  return parseBoundedJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
