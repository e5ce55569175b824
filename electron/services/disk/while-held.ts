import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './disk-failure.ts';

/** What Windows answers while another program has the file open. */
const held = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Milliseconds, about a second in all: as long as antivirus looks at a file that was just written. */
const waits = [10, 20, 40, 80, 160, 320, 400];

/** Does something again, for about a second, while another program holds the file. */
export async function whileHeld<Result>(act: () => Promise<Result>): Promise<Result> {
  for (const milliseconds of waits) {
    try {
      return await act();
    } catch (thrown) {
      if (!held.has(codeOf(thrown))) throw thrown;
      await wait(milliseconds);
    }
  }
  return act();
}
