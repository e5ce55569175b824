import { useState } from 'react';
import type { ProducedFile } from '../../../shared/contract/host.ts';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import type { PreviewedPdf } from '../../components/pdf-preview.tsx';
import { useDatabase } from '../../database/context.tsx';
import { designsOf } from '../../database/design-rows.ts';
import { useHost, useHostJob } from '../../host/context.tsx';
import { printMeans } from '../designs/index.ts';
import { recordPrints, refuseToReplace } from './commands.ts';
import { openSnapshot } from './snapshot.ts';

/**
 * Makes PDFs of issued certificates from their snapshots and shows them. Looking is not printing:
 * the print log grows only when the print button is pressed or files are handed out one by one.
 */
export function usePrinting() {
  const { host } = useHost();
  const { database, execute } = useDatabase();
  const work = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  const make = async (certificates: readonly Certificate[], name: string, separate: boolean) => {
    certificates.forEach(refuseToReplace);
    const [designs, means] = await Promise.all([
      designsOf(
        database,
        certificates.map(({ snapshot }) => snapshot),
      ),
      printMeans(database),
    ]);
    return work.run((jobId) =>
      host.certificates.print({
        jobId,
        name,
        separate,
        designs,
        ...means,
        certificates: certificates.map((certificate) => openSnapshot(database.vault, certificate)),
      }),
    );
  };
  const record = (certificates: readonly Certificate[]) =>
    execute(recordPrints, { certificateIds: certificates.map(({ id }) => id) });

  return {
    job: work.job,
    cancel: work.cancel,
    preview,
    closePreview: () => setPreview(null),
    show: (certificates: readonly Certificate[], name: string) =>
      attempt(async () => {
        const { files } = await make(certificates, name, false);
        const [file] = files;
        if (!file) return;
        const title = certificates.length === 1 ? name : `${name}　${certificates.length} 张`;
        setPreview({ title, file, onPrint: () => record(certificates) });
      }),
    /** One file a certificate, in one folder. */
    handOut: async (certificates: readonly Certificate[], name: string) => {
      let made: ProducedFile[] = [];
      const done = await attempt(async () => {
        made = (await make(certificates, name, true)).files;
        await record(certificates);
        sayDone(`已生成 ${made.length} 个文件`);
      });
      const [first] = made;
      // That no file browser opens takes nothing back of what was made.
      if (done && first) await attempt(() => host.files.reveal(first));
    },
  };
}
