import { useRef, useState } from 'react';
import type { ProducedFile } from '../../../shared/contract/host.ts';
import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import type { PrintRun } from '../../../shared/domain/certificates/print-run.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { useHost, useHostJob } from '../../host/context.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { recordPrints, refuseToReplace } from '../../records/certificates/certificate-commands.ts';
import { beginPrintRun, resumePrintRun } from '../../records/certificates/print-run-commands.ts';
import { designsOf } from '../../records/designs/designs-in-use.ts';
import { printMeans } from '../../records/designs/print-means.ts';
import { mustGetBase } from '../../records/lookups.ts';
import { openSnapshot } from '../../records/sealing/snapshots.ts';
import { attempt, sayDone } from '../notify.ts';
import type { PreviewedPdf } from '../pdf-preview.tsx';
import { useRecords } from '../records-context.tsx';
import { PrintRunForm } from './print-run-form.tsx';

/** Names in a refusal before it says "and others". */
const mostNames = 8;

/** All that the host needs to print certificates on this desk's printer. */
async function printedWith(database: BaseDatabase, certificates: readonly Certificate[]) {
  const [designs, means, { settings }] = await Promise.all([
    designsOf(
      database,
      certificates.map(({ snapshot }) => snapshot),
    ),
    printMeans(database),
    mustGetBase(database),
  ]);
  return {
    designs,
    ...means,
    reprints: settings.reprintWatermark ? certificates.map(({ prints }) => prints.length) : [],
    certificates: certificates.map((certificate) =>
      openSnapshot(database.vault, 'certificates', certificate),
    ),
  };
}

/**
 * Makes PDFs of issued certificates from their snapshots and shows them. Looking is not printing: the print log
 * grows only when the print button is pressed or files are handed out one by one. Of many, and on numbered blanks,
 * it is asked how many came out.
 */
export function usePrinting() {
  const { host } = useHost();
  const { database, execute } = useRecords();
  const work = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  const [asking, setAsking] = useState<PrintRun | null>(null);
  const run = useRef<PrintRun | null>(null);
  const make = async (certificates: readonly Certificate[], name: string, separate: boolean) => {
    certificates.forEach(refuseToReplace);
    const { reprints, ...asked } = await printedWith(database, certificates);
    const { problems } = await host.designs.check(asked);
    const bad = problems.flatMap((reasons, index) =>
      reasons.length === 0 ? [] : [`${certificates[index]?.snapshot.learnerName}（${reasons.join('；')}）`],
    );
    if (bad.length > 0) {
      const more = bad.length > mostNames ? '等' : '';
      const list = `${bad.slice(0, mostNames).join('、')}${more}`;
      throw refusal('certificatesUnprintable', { count: bad.length, list });
    }
    const made = await work.run((jobId) =>
      host.certificates.print({ jobId, name, separate, reprints, ...asked }),
    );
    return { ...made, onBlank: asked.onBlank };
  };
  const record = (certificates: readonly Certificate[]) =>
    execute(recordPrints, { certificateIds: certificates.map(({ id }) => id) });
  const close = () => {
    run.current = null;
    setAsking(null);
    setPreview(null);
  };
  const present = (certificates: readonly Certificate[], name: string, resumed: PrintRun | null) =>
    attempt(async () => {
      const { files, onBlank } = await make(certificates, name, false);
      const [file] = files;
      if (!file) return;
      const title = certificates.length === 1 ? name : `${name}　${certificates.length} 张`;
      run.current = resumed;
      const begin = async () => {
        const certificateIds = certificates.map(({ id }) => id);
        run.current ??= await execute(beginPrintRun, { title: name, certificateIds, onBlank });
        setAsking(run.current);
      };
      const isAsked = certificates.length > 1 || onBlank || resumed !== null;
      setPreview({ title, file, onPrint: () => (isAsked ? begin() : record(certificates)) });
    });

  return {
    job: work.job,
    cancel: work.cancel,
    preview: preview && {
      ...preview,
      asks: asking && <PrintRunForm key={asking.id} run={asking} onDone={close} />,
    },
    closePreview: close,
    show: (certificates: readonly Certificate[], name: string) => present(certificates, name, null),
    /** What of a run did not come out yet, from the next certificate on. */
    resume: ({ id }: PrintRun) =>
      attempt(async () => {
        const { onBlank } = await printMeans(database);
        const resumed = await execute(resumePrintRun, { id, onBlank });
        if (!resumed) {
          sayDone('其余的证书都已作废或待更正，没有要打印的了');
          return;
        }
        const rest = await database.rows.certificates.bulkGet(resumed.certificateIds.slice(resumed.printed));
        await present(
          rest.flatMap((each) => each ?? []),
          resumed.title,
          resumed,
        );
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
