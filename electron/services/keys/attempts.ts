import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { refusal } from '../../../shared/refusals/index.ts';
import { replaceFile } from '../disk/files.ts';

const attempts = z.record(z.string(), z.object({ failures: z.number().int(), lastAt: z.number() }));

const freeFailures = 3;
const longestWaitSeconds = 300;

/** How long after this many failures in a row the next attempt must wait, in seconds. */
export function waitSecondsAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(longestWaitSeconds, 2 ** (failures - freeFailures + 1));
}

/** Slows guessing down, over restarts too: from the third failure on each one doubles the wait. */
export class Attempts {
  constructor(
    private readonly path: string,
    private readonly now: () => number = Date.now,
  ) {}

  private async read(): Promise<z.infer<typeof attempts>> {
    return readFile(this.path, 'utf8').then(
      (text) => attempts.parse(JSON.parse(text)),
      () => ({}),
    );
  }

  /** @throws Refusal tooManyAttempts while the wait lasts */
  async refuseTooEarly(who: string): Promise<void> {
    const known = (await this.read())[who];
    if (!known) return;
    const waited = (this.now() - known.lastAt) / 1000;
    const wait = Math.ceil(waitSecondsAfter(known.failures) - Math.max(0, waited));
    if (wait > 0) throw refusal('tooManyAttempts', { seconds: wait });
  }

  /** Notes how an attempt went; answers how long the next one must wait, in seconds. */
  async note(who: string, succeeded: boolean): Promise<number> {
    const { [who]: known, ...others } = await this.read();
    if (succeeded && !known) return 0;
    const failures = succeeded ? 0 : (known?.failures ?? 0) + 1;
    const next = succeeded ? others : { ...others, [who]: { failures, lastAt: this.now() } };
    await replaceFile(this.path, JSON.stringify(next)).catch(() => undefined);
    return waitSecondsAfter(failures);
  }
}
