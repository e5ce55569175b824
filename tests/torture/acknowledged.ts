import type { Page } from 'playwright-core';
import { z } from 'zod';
import { unpackWire } from '../../shared/contract/wire.ts';
import { type JournalEntry, journalEntry } from '../../shared/exchange/journal/entry.ts';

const appendCall = z.object({
  method: z.literal('journal.append'),
  input: z.object({ entries: z.array(journalEntry) }),
});
const answered = z.object({ ok: z.literal(true) });

/**
 * Every entry whose acknowledgement has reached the page, read off the wire: what may never be lost,
 * whatever happens next.
 */
export class Acknowledged {
  readonly entries = new Map<number, JournalEntry>();
  private count = 0;

  /** All acknowledgements so far, over restarts and restores. */
  get total(): number {
    return this.count;
  }

  listen(page: Page): void {
    page.on('response', async (response) => {
      const request = response.request();
      if (!request.url().endsWith('/host/call')) return;
      const body = request.postDataBuffer();
      const call = body && appendCall.safeParse(unpackWire(body));
      if (!call?.success) return;
      const reply = await response.body().catch(() => null);
      if (!reply || !answered.safeParse(unpackWire(reply)).success) return;
      for (const entry of call.data.input.entries) {
        if (!this.entries.has(entry.sequence)) this.count += 1;
        this.entries.set(entry.sequence, entry);
      }
    });
  }
}
