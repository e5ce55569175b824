import decodeQR from 'qr/decode.js';
import { claimPrefix } from '../../shared/exchange/proof/claim.ts';
import { codesInPdf } from '../../shared/exchange/proof/verdict.ts';

/** So many pixels a side are enough to read a code, and few enough to do it at once. */
const mostPixels = 1600;

function codeIn(image: ImageData): string | null {
  try {
    const text = decodeQR(image);
    return text.startsWith(claimPrefix) ? text : null;
  } catch {
    return null;
  }
}

function drawn(source: ImageBitmap | HTMLVideoElement, width: number, height: number): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, width, height);
  return context?.getImageData(0, 0, width, height) ?? null;
}

/** The code in a picture, tried at several sizes; null where none is read. */
async function codeInPicture(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file);
  const largest = Math.max(bitmap.width, bitmap.height);
  for (const size of [mostPixels, 1000, 2400, 600]) {
    const scale = Math.min(1, size / largest);
    const image = drawn(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    const code = image && codeIn(image);
    if (code) return code;
  }
  return null;
}

/** The code that a camera sees right now; null where it sees none. */
export function codeInVideo(video: HTMLVideoElement): string | null {
  if (video.videoWidth === 0) return null;
  const image = drawn(video, video.videoWidth, video.videoHeight);
  return image && codeIn(image);
}

/** The codes of a file somebody chose or dropped: a PDF that the app made, or a picture. */
export async function codesInFile(file: File): Promise<string[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPdf = String.fromCharCode(...bytes.slice(0, 4)) === '%PDF';
  if (isPdf) return codesInPdf(bytes);
  const code = await codeInPicture(file).catch(() => null);
  return code === null ? [] : [code];
}
