import axe from 'axe-core';
import type { DeskDriver } from './desk-driver.ts';
import { settled } from './settled.ts';

/** What axe-core finds wrong on the screen, one line each. */
export async function accessibilityViolations({ page }: Pick<DeskDriver, 'page'>): Promise<string[]> {
  // A drawer on its way out has lost its title already.
  await settled(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ['iframe'] },
      // Notices and menus live in a portal beside the landmarks, not in one.
      { rules: { region: { enabled: false } }, resultTypes: ['violations'] },
    );
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
