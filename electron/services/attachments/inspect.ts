import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';
import { picturePage } from '../pdf/ink/picture-page.ts';

export interface Inspection {
  /** Null where the file can't be read as pages. */
  pages: number | null;
  /** What a PDF says in text; empty for a scan. */
  text: string;
  /** A PNG of the first page; null where it could not be drawn. */
  thumbnail: Uint8Array | null;
}

const thumbnailHeight = 220;
/** A page no paper has; drawing it would take the memory of a hundred. */
const longestSide = 20_000;
const mostCharacters = 5_000_000;

/** Without the transparency, which a page drawn on white has none of. */
function toRgb(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let pixel = 0; pixel < rgba.length / 4; pixel += 1) {
    rgb.set(rgba.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
  }
  return rgb;
}

/** What a PDF or picture holds, seen through PDFium; a file it can't read has no pages. */
export async function inspect(
  bytes: Uint8Array,
  type: string,
  wasmPath: string,
  pictureHeight = thumbnailHeight,
): Promise<Inspection> {
  const wasm = await readFile(wasmPath);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  const library = await PDFiumLibrary.init({ wasmBinary });
  const isPdf = type === 'application/pdf';
  const readable = isPdf ? bytes : await picturePage(bytes).catch(() => null);
  const document = readable === null ? null : await library.loadDocument(readable).catch(() => null);
  if (!document || document.getPageCount() === 0) return { pages: null, text: '', thumbnail: null };
  const pages = document.getPageCount();
  let text = '';
  for (let index = 0; isPdf && index < pages && text.length < mostCharacters; index += 1) {
    text += `${document.getPage(index).getText()}\n`;
  }
  return { pages, text: text.trim(), thumbnail: await drawThumbnail(document, pictureHeight) };
}

async function drawThumbnail(
  document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>,
  pictureHeight: number,
): Promise<Uint8Array | null> {
  try {
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    if (Math.max(originalWidth, originalHeight) > longestSide) return null;
    const { width, height, data } = await page.render({
      scale: pictureHeight / originalHeight,
      render: 'bitmap',
    });
    return encode({ width, height, channels: 3, depth: 8, data: toRgb(data) });
  } catch {
    return null;
  }
}
