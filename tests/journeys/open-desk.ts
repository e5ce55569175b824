import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { BaseName } from '../support/bases/chains.ts';
import { type OpenBase, type Opening, openBase } from '../support/open-base.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { DeskDriver } from './desk-driver.ts';

export interface OpenDesk extends OpenBase {
  desk: DeskDriver;
}

export interface DeskOpening extends Opening {
  /** Where it stands, where a test has more than one. */
  place?: string;
}

/** Where screenshots of the running test go, below what `JIDI_PICTURES` names; null where it names nothing. */
function pictureFolder(place = ''): string | null {
  const { JIDI_PICTURES } = process.env;
  const { testPath = '', currentTestName = '' } = expect.getState();
  if (!JIDI_PICTURES) return null;
  return join(
    JIDI_PICTURES,
    basename(testPath, '.test.ts'),
    currentTestName.replace(/[^\p{L}\p{N}]+/gu, '-'),
    place,
  );
}

/**
 * Opens a copy of a base for the running test, with somebody signed in, and a driver of its page. Whatever the test
 * does, nothing may go wrong behind the screens, and nothing half-written may be left among the produced files.
 */
export async function openDesk(
  base: BaseName | null,
  { place = '', ...opening }: DeskOpening = {},
): Promise<OpenDesk> {
  const errors: string[] = [];
  const opened = await openBase(base, {
    ...opening,
    listen: (page) => {
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) errors.push(message.text());
      });
      opening.listen?.(page);
    },
  });
  onTestFinished(async () => {
    expect(errors).toEqual([]);
    const produced = await readdir(join(opened.dataFolder, 'exports'), { recursive: true }).catch(() => []);
    expect(produced.filter((name) => name.endsWith('.part'))).toEqual([]);
  });
  return { ...opened, desk: new DeskDriver(opened.page, pictureFolder(place)) };
}

/** Starts host and window over a data folder once more, as on another day; when the test is over, both go. */
export async function openAgain(
  dataFolder: string,
  port: number,
): Promise<OpenWindow & { desk: DeskDriver }> {
  const window = await openWindow(dataFolder, port);
  onTestFinished(() => window.close());
  return { ...window, desk: new DeskDriver(window.page, pictureFolder()) };
}
