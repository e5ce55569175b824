/** A queue of lots between who makes them and who takes them one by one; an empty lot is the last. */
export class Lots<Item> {
  private readonly waiting: Item[][] = [];
  private wake: (() => void) | null = null;

  put(lot: Item[]): void {
    this.waiting.push(lot);
    this.wake?.();
  }

  async *items(): AsyncGenerator<Item> {
    for (;;) {
      const lot = this.waiting.shift();
      if (lot) {
        if (lot.length === 0) return;
        yield* lot;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}
