import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { CodedCertificate, PrintedCertificate } from '../pdf/certificates/certificates.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { CertificateCode, SigningThread } from './tasks.ts';

const chunkSize = 200;

/** Signs certificates and makes their QR codes in a thread of its own, while another draws the pages. */
export class CertificateCoder {
  constructor(
    private readonly thread: Pick<SigningThread, 'run'>,
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
      if (!code) throw refusal('internal', { what: '证书没有签上' });
      return { ...certificate, code: code.text, pattern: code.pattern };
    });
  }

  private codes(snapshots: CertificateSnapshot[]): Promise<CertificateCode[]> {
    const generations = new Set(snapshots.map(({ proof }) => proof.generation));
    const seeds = [...generations].map((generation): [number, Uint8Array] => [
      generation,
      this.keys.seed(generation),
    ]);
    return this.thread.run('codes', { snapshots, seeds });
  }
}
