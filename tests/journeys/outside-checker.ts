import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium, newContext } from '../support/chromium.ts';

/** Somebody outside the base who checks certificates: a browser without network and the one file of the page. */
export class OutsideChecker {
  private opened: Page | null = null;

  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {}

  static async start(): Promise<OutsideChecker> {
    const browser = await launchChromium();
    const context = await newContext(browser);
    await context.setOffline(true);
    return new OutsideChecker(browser, context);
  }

  get page(): Page {
    if (!this.opened) throw new Error('no page of verification is open');
    return this.opened;
  }

  async open(file: string): Promise<void> {
    await this.opened?.close();
    this.opened = await this.context.newPage();
    await this.opened.goto(pathToFileURL(file).href);
    await this.opened.getByRole('heading', { name: '证书验证' }).waitFor();
  }

  /** What the page says of a file or a text. */
  async verdictOf(what: { file: string } | { text: string }): Promise<string> {
    if ('file' in what) await this.page.locator('input[type=file]').first().setInputFiles(what.file);
    else {
      await this.page.getByRole('textbox').fill(what.text);
      await this.page.getByRole('button', { name: '验证' }).click();
    }
    const answer = this.page.getByRole('alert').first();
    await answer.waitFor();
    return (await answer.textContent()) ?? '';
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
