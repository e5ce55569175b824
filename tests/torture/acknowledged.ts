import type { Page } from 'playwright-core';
import { z } from 'zod';
import { unpackWire } from '../../shared/contract/wire.ts';
import { type JournalEntry, journalEntry } from '../../shared/exchange/journal/entry.ts';

const appendCall = z.object({
  id: z.number(),
  method: z.literal('journal.append'),
  input: z.object({ entries: z.array(journalEntry) }),
});
const answered = z.object({ id: z.number(), reply: z.object({ ok: z.literal(true) }) });

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
    page.on('websocket', (socket) => {
      const sent = new Map<number, JournalEntry[]>();
      socket.on('framesent', ({ payload }) => {
        const call = appendCall.safeParse(unpackWire(new Uint8Array(payload as Buffer)));
        if (call.success) sent.set(call.data.id, call.data.input.entries);
      });
      socket.on('framereceived', ({ payload }) => {
        const answer = answered.safeParse(unpackWire(new Uint8Array(payload as Buffer)));
        if (!answer.success) return;
        for (const entry of sent.get(answer.data.id) ?? []) {
          if (!this.entries.has(entry.sequence)) this.count += 1;
          this.entries.set(entry.sequence, entry);
        }
      });
    });
  }
}
