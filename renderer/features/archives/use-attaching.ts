import { useState } from 'react';
import { type AttachmentDetails, attachmentLimit } from '../../../shared/domain/teaching/attachment.ts';
import { asRefusal, fromRefusalMessage, type Refusal, refusal } from '../../../shared/refusals/index.ts';
import { sayDone, sayRefused } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { attachFiles } from '../../records/archives/attachment-commands.ts';

export type Place = AttachmentDetails['place'];

const longestName = 250;

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > attachmentLimit.bytes) {
    throw refusal('attachmentTooLarge', { name: file.name, limit: attachmentLimit.text });
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved, changed or locked since it was chosen.
    throw refusal('attachmentVanished', { name: file.name });
  }
}

/** Attaching files, from the page or the scanner's folder: each good one is kept, each other is named. */
export function useAttaching() {
  const { execute } = useRecords();
  const { host } = useHost();
  const work = useHostJob();
  const [busy, setBusy] = useState(false);

  const put = async (kept: AttachmentDetails[], failures: Refusal[]): Promise<boolean> => {
    for (const failure of failures) sayRefused(failure);
    if (kept.length === 0) return false;
    const added = await execute(attachFiles, { files: kept });
    sayDone(
      added < kept.length
        ? `已添加 ${added} 件，${kept.length - added} 件原来就有`
        : `已添加 ${added} 件附件`,
    );
    return true;
  };

  const guarded = async (act: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    try {
      return await act();
    } catch (thrown) {
      sayRefused(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    job: work.job,
    cancel: work.cancel,
    /** Files that were dropped or chosen. */
    attach: (files: readonly File[], place: Place) =>
      guarded(async () => {
        const kept: AttachmentDetails[] = [];
        const failures: Refusal[] = [];
        for (const file of files) {
          try {
            const found = await host.attachments.keep({ name: file.name, bytes: await bytesOf(file) });
            kept.push({ ...found, name: file.name.slice(-longestName), place });
          } catch (thrown) {
            failures.push(asRefusal(thrown));
          }
        }
        return put(kept, failures);
      }),
    /** Files of the scanner's folder; what is on record is moved out of the way there. */
    take: (names: string[], place: Place) =>
      guarded(async () => {
        const { taken } = await work.run((jobId) => host.scanner.take({ jobId, names }));
        const good = taken.flatMap((one) => (one.ok ? [one] : []));
        const failures = taken.flatMap((one) =>
          one.ok ? [] : [fromRefusalMessage({ code: one.refusal.code, data: one.refusal.data })],
        );
        const done = await put(
          good.map(({ name, file }) => ({ ...file, name, place })),
          failures,
        );
        if (done) await host.scanner.setAside({ names: good.map(({ name }) => name) });
        return done;
      }),
  };
}
