import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { DeskDriver } from '../journeys/desk-driver.ts';
import { freePort, newDataFolder } from '../support/host.ts';
import { stillPicture } from '../support/still-picture.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import type { Picture } from './pictures.ts';

const folder = join(import.meta.dirname, '../../docs/screens');

/** The windows that are open while pictures are taken, each over a data folder of its own. */
export class Studio {
  private readonly windows: OpenWindow[] = [];
  readonly taken: Picture[] = [];

  /** A host with its window, as `npm start` opens it. */
  async open(...args: string[]): Promise<{ desk: DeskDriver; dataFolder: string }> {
    const dataFolder = await newDataFolder();
    const opened = await openWindow(dataFolder, await freePort(), undefined, args);
    this.windows.push(opened);
    // A Chromium without screen and printer crashes when it prints a PDF in a frame.
    await opened.page.addInitScript(() => {
      window.print = () => undefined;
    });
    return { desk: new DeskDriver(opened.page, null), dataFolder };
  }

  /** Takes a picture of what a page shows once it stands still, without the notices of what was done before. */
  async take(page: Page, name: Picture): Promise<void> {
    const notice = page.getByRole('button', { name: '关闭通知' });
    await page.mouse.move(700, 2);
    let shot = await stillPicture(page);
    for (; (await notice.count()) > 0; shot = await stillPicture(page)) {
      // It may go by itself meanwhile.
      await notice
        .first()
        .click({ timeout: 2000 })
        .catch(() => undefined);
      await page.mouse.move(700, 2);
    }
    // Chromium packs in haste; packed well, the same pixels take three quarters.
    await writeFile(join(folder, `${name}.png`), encode(decode(shot), { zlib: { level: 9 } }));
    this.taken.push(name);
    console.log(name);
  }

  /** What all windows showed when something went wrong. */
  async keepFailure(): Promise<void> {
    const into = await scratchFolder();
    for (const [index, { page }] of this.windows.entries())
      await page.screenshot({ path: join(into, `${index}.png`) }).catch(() => undefined);
    console.error(`what was on the screens: ${into}`);
  }

  async close(): Promise<void> {
    await Promise.all(this.windows.map((opened) => opened.close()));
  }
}

export function scratchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'screens-'));
}

/** Presses a button that saves a file; answers where it was put. */
export async function saved(desk: DeskDriver, button: string, into: string): Promise<string> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).first().click();
  const download = await waiting;
  const path = join(into, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Presses a button that asks for files. */
export async function choose(desk: DeskDriver, button: string, ...paths: string[]): Promise<void> {
  const waiting = desk.page.waitForEvent('filechooser');
  await desk.button(button).click();
  await (await waiting).setFiles(paths);
}

/** Opens a class of the sample at one of its tabs. */
export async function openClassAt(desk: DeskDriver, title: RegExp, tab: string): Promise<void> {
  await desk.go('培训班');
  await desk.page.getByRole('region', { name: '培训班列表' }).getByRole('row', { name: title }).click();
  await desk.tab(tab);
}

export async function closePreview(desk: DeskDriver): Promise<void> {
  await desk.page.getByRole('button', { name: '关闭预览' }).click();
  await desk.page.locator('iframe').waitFor({ state: 'hidden' });
}
