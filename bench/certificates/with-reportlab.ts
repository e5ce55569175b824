import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PeerJob } from './peer-record.ts';

/** ReportLab in a Python that stays open between files, as its fonts do. */
export function openReportLab(fonts: { regular: string; bold: string; mongolian: string }) {
  const script = join(import.meta.dirname, 'with_reportlab.py');
  const python = spawn('/usr/bin/python3', [script, fonts.regular, fonts.bold, fonts.mongolian], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: python.stdout });
  return {
    /** @returns peak memory of Python so far, in megabytes */
    async write(job: PeerJob): Promise<number> {
      const answered = once(answers, 'line');
      python.stdin.write(`${JSON.stringify(job)}\n`);
      const [kilobytes] = (await answered) as [string];
      return Number(kilobytes) / 1024;
    },
    close: () => python.stdin.end(),
  };
}
