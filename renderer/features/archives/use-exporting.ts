import type { ShelvedVolume } from '../../../shared/domain/teaching/filing.ts';
import { shelfSheet } from '../../../shared/papers/archive/shelf-list.ts';
import { download } from '../../components/download.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useHost, useHostJob } from '../../host/context.tsx';

/** Volumes written for anybody to open: a zip to hand on, or a folder that is shown. */
export function useExporting() {
  const { host } = useHost();
  const work = useHostJob();
  return {
    job: work.job,
    cancel: work.cancel,
    run: (volumes: readonly ShelvedVolume[], form: 'zip' | 'folder', name: string) =>
      attempt(async () => {
        const manifests = volumes.map(({ filing }) => filing.manifest);
        const catalogue = shelfSheet(volumes);
        const file = await work.run((jobId) =>
          host.archives.export({ jobId, name, form, manifests, catalogue }),
        );
        if (form === 'zip') {
          download(file);
          return;
        }
        sayDone(`已导出到文件夹“${file.name}”`);
        await host.files.reveal({ fileId: file.fileId, name: file.name });
      }),
  };
}
export type Exporting = ReturnType<typeof useExporting>;
