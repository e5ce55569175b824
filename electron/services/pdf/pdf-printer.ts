import { Worker } from 'node:worker_threads';
import { fromRefusalMessage, refusal } from '../../../shared/refusals/index.ts';
import type { CertificateFonts, CodedCertificate, DrawnWith } from './certificates/certificates.ts';
import type { FromPdfWorker, PdfJob, PdfResult, ToPdfWorker } from './job.ts';

/** Certificates that wait in the drawing thread. */
const mostAhead = 1000;

interface Pending {
  resolve(result: PdfResult): void;
  reject(error: Error): void;
  onProgress(done: number): void;
}

/** Hands PDF jobs to one worker thread, started when first needed and again if it dies. */
export class PdfPrinter {
  private worker: Worker | null = null;
  /** Whether the thread has fonts that are no longer those to be used. */
  private isStale = false;
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly workerPath: string,
    private fonts: CertificateFonts,
  ) {}

  /** Asks these fonts for rare characters from the next job on. */
  async setFallbacks(fallbacks: readonly string[]): Promise<void> {
    this.fonts = { ...this.fonts, fallbacks };
    this.isStale = true;
    await this.endStale();
  }

  private async endStale(): Promise<void> {
    if (!this.isStale || this.pending.size > 0) return;
    this.isStale = false;
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  /** Runs one job under `id`. @throws Refusal what the worker refused, `cancelled`, or `internal` */
  run(id: string, job: PdfJob, onProgress: (done: number) => void = () => undefined): Promise<PdfResult> {
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onProgress });
      this.post({ type: 'start', id, job });
    });
  }

  /**
   * Draws certificates as they come, a few lots ahead of the disk at most.
   * @throws Refusal as `run`, and whatever their source throws
   */
  async printCertificates(
    id: string,
    path: string,
    means: DrawnWith,
    lots: Iterable<CodedCertificate[]> | AsyncIterable<CodedCertificate[]>,
    onProgress: (done: number) => void = () => undefined,
  ): Promise<PdfResult> {
    let drawn = 0;
    let wake: () => void = () => undefined;
    const printing = this.run(id, { kind: 'certificates', path, means }, (done) => {
      drawn = done;
      wake();
      onProgress(done);
    });
    let isOver = false;
    const over = () => {
      isOver = true;
      wake();
    };
    printing.then(over, over);
    let sent = 0;
    try {
      for await (const certificates of lots) {
        if (isOver) break;
        if (certificates.length > 0) this.post({ type: 'certificates', id, certificates });
        sent += certificates.length;
        while (!isOver && sent - drawn > mostAhead) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } catch (thrown) {
      this.cancel(id);
      await printing.catch(() => undefined);
      throw thrown;
    }
    if (!isOver) this.post({ type: 'certificates', id, certificates: [] });
    return printing;
  }

  /** Starts the thread and parses the fonts before anybody waits; a failure shows when somebody prints. */
  warmUp(): void {
    this.run('warm-up', { kind: 'missingCharacters', texts: [] }).catch(() => undefined);
  }

  cancel(id: string): void {
    if (this.pending.has(id)) this.post({ type: 'cancel', id });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private post(message: ToPdfWorker): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = new Worker(this.workerPath, { workerData: this.fonts });
    worker.unref();
    worker.on('message', (message: FromPdfWorker) => this.receive(message));
    worker.on('error', (error) => this.fail(error.message));
    worker.on('exit', () => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.fail('制作 PDF 的线程意外退出');
    });
    return worker;
  }

  private receive(message: FromPdfWorker): void {
    const waiting = this.pending.get(message.id);
    if (!waiting) return;
    if (message.type === 'progress') {
      waiting.onProgress(message.done);
      return;
    }
    this.pending.delete(message.id);
    if (message.type === 'done') waiting.resolve(message.result);
    else waiting.reject(fromRefusalMessage(message.refusal));
    void this.endStale();
  }

  private fail(what: string): void {
    for (const waiting of this.pending.values()) waiting.reject(refusal('internal', { what }));
    this.pending.clear();
  }
}
