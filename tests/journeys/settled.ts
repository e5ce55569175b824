import type { Page } from 'playwright-core';

/** Frames in a row in which nothing moves: fewer can lie between a drawer's end and its going. */
const quietFrames = 4;

/** Waits until what is on its way in or out is there or gone: no transition runs and nothing on the page changes. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let quiet = 0;
        const observer = new MutationObserver(() => {
          quiet = 0;
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        const isMoving = () =>
          document.getAnimations().some((animation) => {
            const iterations = animation.effect?.getTiming().iterations ?? 1;
            return animation.playState === 'running' && iterations !== Number.POSITIVE_INFINITY;
          });
        const look = () => {
          quiet = isMoving() ? 0 : quiet + 1;
          if (quiet <= wanted) {
            requestAnimationFrame(look);
            return;
          }
          observer.disconnect();
          resolve();
        };
        requestAnimationFrame(look);
      }),
    quietFrames,
  );
}
