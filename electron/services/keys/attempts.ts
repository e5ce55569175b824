import { z } from 'zod';
import { refusal } from '../../../shared/refusals/index.ts';
import { Settings } from '../disk/settings.ts';

const attempts = z.record(z.string(), z.object({ failures: z.number().int(), lastAt: z.number() }));

const freeFailures = 3;
const longestWaitSeconds = 300;

/** How long after this many failures in a row the next attempt must wait, in seconds. */
export function waitSecondsAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(longestWaitSeconds, 2 ** (failures - freeFailures + 1));
}

/** Slows guessing down, over restarts too: from the third failure on each one doubles the wait. */
export class Attempts {
  private readonly kept: Settings<typeof attempts>;

  constructor(
    path: string,
    private readonly now: () => number = Date.now,
  ) {
    this.kept = new Settings(path, attempts, {});
  }

  /** @throws Refusal tooManyAttempts while the wait lasts, settingsUnreadable */
  async refuseTooEarly(who: string): Promise<void> {
    const known = (await this.kept.read())[who];
    if (!known) return;
    const waited = (this.now() - known.lastAt) / 1000;
    const wait = Math.ceil(waitSecondsAfter(known.failures) - Math.max(0, waited));
    if (wait > 0) throw refusal('tooManyAttempts', { seconds: wait });
  }

  /** Notes how an attempt went; answers how long the next one must wait, in seconds. */
  async note(who: string, succeeded: boolean): Promise<number> {
    const known = (await this.kept.read())[who];
    if (succeeded && !known) return 0;
    const failures = succeeded ? 0 : (known?.failures ?? 0) + 1;
    const noting = this.kept.change(({ [who]: _, ...others }) =>
      succeeded ? others : { ...others, [who]: { failures, lastAt: this.now() } },
    );
    // A full disk keeps nobody from signing in.
    await noting.catch(() => undefined);
    return waitSecondsAfter(failures);
  }
}
