import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** How often a screen is looked at until it stands still, and for how long at most; in milliseconds. */
const look = { every: 400, longest: 20_000 };

/** What a page shows once nothing moves any more, the viewer of a PDF included: three times the same. */
export async function stillPicture(page: Page): Promise<Buffer> {
  const end = Date.now() + look.longest;
  let before = await page.screenshot();
  for (let same = 0; same < 2 && Date.now() < end; ) {
    await pause(look.every);
    const now = await page.screenshot();
    same = now.equals(before) ? same + 1 : 0;
    before = now;
  }
  return before;
}
