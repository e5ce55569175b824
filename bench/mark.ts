import { inChromium, median } from './in-chromium.ts';
import type { Round } from './mark/page.ts';

const rounds = 5;
const marksARound = 100;

/**
 * What one acknowledged mark costs (rules, ledger, proof, journal entry, journal file on the disk)
 * against a bare strict put of the same row, by turns in one page.
 */
export async function benchMark(): Promise<void> {
  await inChromium('mark', async (page) => {
    const measured = await page.evaluate(
      ([count, marks]) =>
        (window as unknown as { measure(rounds: number, marks: number): Promise<Round[]> }).measure(
          count,
          marks,
        ),
      [rounds, marksARound] as const,
    );
    for (const [index, { mark, put }] of measured.entries()) {
      console.log(
        `round ${index + 1}: mark ${mark.toFixed(2)} ms, bare strict put ${put.toFixed(2)} ms, ratio ${(mark / put).toFixed(2)}`,
      );
    }
    const ratio = median(measured.map(({ mark, put }) => mark / put));
    console.log(`acknowledged mark / bare strict put: ${ratio.toFixed(2)}`);
  });
}
