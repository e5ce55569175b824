import { Worker } from 'node:worker_threads';
import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { CodedCertificate, PrintedCertificate } from '../pdf/certificates/certificates.ts';
import type { CertificateCode, CodeAnswer, CodeJob } from './code-job.ts';
import type { SigningKeys } from './signing-keys.ts';

const chunkSize = 200;

interface Pending {
  resolve(codes: (CertificateCode | null)[]): void;
  reject(error: Error): void;
}

/** Signs certificates and makes their QR codes in a thread of its own, while another draws the pages. */
export class CertificateCoder {
  private worker: Worker | null = null;
  private last = 0;
  private readonly pending = new Map<number, Pending>();

  constructor(
    private readonly workerPath: string,
    private readonly keys: Pick<SigningKeys, 'seed'>,
  ) {}

  /**
   * Certificates with their codes, some hundreds at a time, one lot ahead of who takes them.
   * @throws Refusal keysLocked, internal
   */
  async *coded(certificates: readonly PrintedCertificate[]): AsyncGenerator<CodedCertificate[]> {
    let next = this.chunk(certificates, 0);
    for (let from = 0; from < certificates.length; from += chunkSize) {
      const now = await next;
      next = this.chunk(certificates, from + chunkSize);
      // What fails while nobody waits for it is told when it is asked for.
      next.catch(() => undefined);
      yield now;
    }
  }

  private async chunk(
    certificates: readonly PrintedCertificate[],
    from: number,
  ): Promise<CodedCertificate[]> {
    const some = certificates.slice(from, from + chunkSize);
    if (some.length === 0) return [];
    const codes = await this.codes(some.map(({ snapshot }) => snapshot));
    return some.map((certificate, index) => {
      const code = codes[index];
      return code
        ? { ...certificate, code: code.text, pattern: code.pattern }
        : { ...certificate, code: null };
    });
  }

  private codes(snapshots: CertificateSnapshot[]): Promise<(CertificateCode | null)[]> {
    const generations = new Set(snapshots.flatMap(({ proof }) => proof?.generation ?? []));
    const seeds = [...generations].map((generation): [number, Uint8Array] => [
      generation,
      this.keys.seed(generation),
    ]);
    this.last += 1;
    const job: CodeJob = { id: this.last, snapshots, seeds };
    return new Promise((resolve, reject) => {
      this.pending.set(job.id, { resolve, reject });
      this.worker ??= this.start();
      this.worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.workerPath);
    worker.unref();
    worker.on('message', (answer: CodeAnswer) => {
      const waiting = this.pending.get(answer.id);
      this.pending.delete(answer.id);
      if ('codes' in answer) waiting?.resolve(answer.codes);
      else waiting?.reject(refusal('internal', { what: answer.failure }));
    });
    worker.on('error', (error) => this.fail(error.message));
    worker.on('exit', () => {
      this.worker = null;
      this.fail('签署证书的线程意外退出');
    });
    return worker;
  }

  private fail(what: string): void {
    for (const { reject } of this.pending.values()) reject(refusal('internal', { what }));
    this.pending.clear();
  }
}
