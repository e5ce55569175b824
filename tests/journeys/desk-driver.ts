import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { stillPicture } from '../support/still-picture.ts';

/** The two desks the screens are looked at on. */
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/** Does at the desk what a person does, through what a person sees. */
export class DeskDriver {
  private shots = 0;

  /** @param pictures where screenshots go; null takes none */
  constructor(
    readonly page: Page,
    private readonly pictures: string | null,
  ) {}

  async picture(name: string): Promise<void> {
    if (this.pictures === null) return;
    await mkdir(this.pictures, { recursive: true });
    const notices = this.page.locator('.mantine-Notifications-notification').filter({ hasText: /已/ });
    await notices.first().waitFor({ state: 'hidden' });
    this.shots += 1;
    for (const size of sizes) {
      await this.page.setViewportSize(size);
      const file = `${String(this.shots).padStart(2, '0')}-${name}-${size.width}x${size.height}.png`;
      await writeFile(join(this.pictures, file), await stillPicture(this.page));
    }
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async go(capability: string): Promise<void> {
    await this.page.getByLabel('功能').getByRole('link', { name: capability, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: capability, exact: true }).waitFor();
  }

  /** Waits for what the app says when something is done, and closes it where it hides what is under it. */
  told(message: string | RegExp): Promise<void> {
    return this.read(this.page.getByRole('alert').filter({ hasText: message }));
  }

  /** Waits for what the app says when it refuses, and closes it. */
  refused(words: string | RegExp): Promise<void> {
    return this.read(this.page.getByRole('alert').filter({ hasText: '没有完成' }).filter({ hasText: words }));
  }

  private async read(notices: Locator): Promise<void> {
    await notices.first().waitFor();
    const notice = await notices.first().elementHandle();
    const isNotice = await notice?.evaluate((element) => {
      const close = element.querySelector<HTMLElement>('[aria-label="关闭通知"]');
      close?.click();
      return close !== null;
    });
    if (isNotice) await notice?.waitForElementState('hidden');
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  async closeDrawer(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  tab(name: string): Promise<void> {
    return this.page.getByRole('tab', { name }).click();
  }
}
