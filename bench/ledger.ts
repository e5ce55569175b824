import { inChromium, median } from './in-chromium.ts';
import type { Measured } from './ledger/page.ts';

const rounds = 7;

function describeRows(rows: Record<string, number>): string {
  const read = Object.entries(rows).filter(([, count]) => count > 0);
  return read.map(([table, count]) => `${table} ${count}`).join(', ');
}

/**
 * What opening the employer list and the home page reads and takes, with 10,000 learners and 200,000
 * ledger lines, against a bare getAll of those lines in the same page.
 */
export async function benchLedger(): Promise<void> {
  await inChromium('ledger', async (page) => {
    page.on('console', (message) => console.log(message.text()));
    const { lines, screens, getAll } = await page.evaluate(
      (count) => (window as unknown as { measure(rounds: number): Promise<Measured> }).measure(count),
      rounds,
    );
    const bare = median(getAll);
    console.log(`bare getAll of ${lines} lines: ${bare.toFixed(0)} ms`);
    for (const [name, { times, rows }] of Object.entries(screens)) {
      const time = median(times);
      console.log(
        `${name}: ${time.toFixed(1)} ms; ledger lines read: ${rows.ledger ?? 0}; rows: ${describeRows(rows)}`,
      );
      console.log(`${name} / bare getAll: 1/${(bare / time).toFixed(1)}`);
    }
  });
}
