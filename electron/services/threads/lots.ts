import { refusal } from '../../../shared/refusals/index.ts';

/** A queue of lots in a worker, between the messages that bring them and the task that takes items one by one. */
export class Lots {
  private readonly waiting: unknown[][] = [];
  private state: 'open' | 'ended' | 'cancelled' = 'open';
  private wake: () => void = () => undefined;

  /** @param onTaken told of each lot that a task begins */
  constructor(private readonly onTaken: () => void) {}

  put(lot: unknown[]): void {
    this.waiting.push(lot);
    this.wake();
  }

  /** No more will come. */
  end(): void {
    this.state = 'ended';
    this.wake();
  }

  /** Whoever waits for the next lot hears of it. */
  cancel(): void {
    this.state = 'cancelled';
    this.wake();
  }

  /** @throws Refusal cancelled */
  async *items(): AsyncGenerator<unknown> {
    for (;;) {
      if (this.state === 'cancelled') throw refusal('cancelled');
      const lot = this.waiting.shift();
      if (lot) {
        this.onTaken();
        yield* lot;
      } else if (this.state === 'ended') {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}
