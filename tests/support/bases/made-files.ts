import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { AuthorityKeys } from '../../../electron/services/authority/authority-keys.ts';
import { fiveBases } from '../packed-base.ts';
import { pdfOf } from '../pdf-files.ts';
import type { MadeFiles } from './chains.ts';

/** As long as a file's name may be, and a page longer than a folder can show. */
export const longName = `${'扫描'.repeat(38)}${'x'.repeat(20)}.pdf`;

/** Bytes of a photo with its notes. */
const photoBytes = 40 * 1024 * 1024;

/** A photo of 12 million pixels: noise, which no JPEG makes small. */
async function noise(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('there is no canvas');
    const pixels = context.createImageData(canvas.width, canvas.height);
    const words = new Uint32Array(pixels.data.buffer);
    let state = 1;
    for (let index = 0; index < words.length; index += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      words[index] = (state ^ (state >>> 13)) | 0xff000000;
    }
    context.putImageData(pixels, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  });
  await page.close();
  return Buffer.from(base64, 'base64');
}

/** The same with a camera's own notes, which fill it up to 40 MB. */
async function photo(browser: Browser): Promise<Buffer> {
  const jpeg = await noise(browser);
  const notes: Buffer[] = [];
  for (let missing = photoBytes - jpeg.length; missing > 4; missing -= 65_535) {
    const length = Math.min(65_533, missing - 2);
    const head = Buffer.from([0xff, 0xfe, length >> 8, length & 255]);
    notes.push(head, Buffer.alloc(Math.max(0, length - 2)));
  }
  return Buffer.concat([jpeg.subarray(0, 2), ...notes, jpeg.subarray(2)]);
}

/** Where among the files the keys lie of the authority that the tests' base reports to. */
export const authorityFolder = 'authority';

/** Files as they come to a base from elsewhere, by what they are for. */
export const madeFiles = {
  /** For an archive: scans, a photo, and what is neither. */
  async scans(folder: string, browser: Browser): Promise<void> {
    const put = (name: string, content: Uint8Array | string) => writeFile(join(folder, name), content);
    const big = await photo(browser);
    await Promise.all([
      put('签到表.pdf', await pdfOf(200, 'sign-in sheet', new Set([3]))),
      put(longName, await pdfOf(2, 'long name')),
      put('总结.pdf', await pdfOf(3, 'summary of the class')),
      put('讲义 150102199001011230.docx', 'PK not a PDF'),
      put('现场.jpg', big),
      put('大图.jpg', big),
    ]);
  },
  /** Of an authority and for one: its keys with their card, and the packages of five bases. */
  async packages(folder: string): Promise<void> {
    const authority = await AuthorityKeys.of(join(folder, authorityFolder));
    await writeFile(join(folder, '公钥卡.json'), authority.card('示例市人社局'));
    for (const { name, zip } of await fiveBases()) await writeFile(join(folder, name), zip);
  },
} satisfies Record<MadeFiles, (folder: string, browser: Browser) => Promise<void>>;
