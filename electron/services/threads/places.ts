import { refusal } from '../../../shared/refusals/index.ts';

/** A number of places: who finds none waits, in the order of coming. */
export class Places {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** @returns how the place is left again @throws Refusal cancelled where the signal comes first */
  take(signal: AbortSignal | undefined): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve(() => this.leave());
      };
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(refusal('cancelled'));
      };
      if (signal?.aborted) return reject(refusal('cancelled'));
      if (this.free > 0) {
        this.free -= 1;
        return enter();
      }
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(enter);
    });
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
