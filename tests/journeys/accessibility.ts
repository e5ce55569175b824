import axe from 'axe-core';
import type { DeskDriver } from './desk-driver.ts';

/** What axe-core finds wrong on the screen, one line each. */
export async function accessibilityViolations({ page }: DeskDriver): Promise<string[]> {
  // A drawer on its way out has lost its title already.
  await page.waitForTimeout(400);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ['iframe'] },
      // Notices and menus live in a portal beside the landmarks, not in one.
      { rules: { region: { enabled: false } } },
    );
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
