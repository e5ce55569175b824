import type { ReactNode } from 'react';
import type { Host } from '../../../shared/contract/host.ts';
import { useHost, useHostJob } from '../../host/context.tsx';
import { JobProgress } from '../job-progress.tsx';

/** What a workbook may be, for the system's file chooser. */
export const sheetTypes = '.xlsx,.xls,.csv,.txt,.xlsm,.ods';

export interface SheetReading {
  isReading: boolean;
  /** How far it is, with a way to stop it: to be shown on the page. */
  progress: ReactNode;
  /** Has the host read a workbook. @throws Refusal what the host can't or won't read */
  read(file: File): ReturnType<Host['sheets']['read']>;
}

/** Reads workbooks in the host, one at a time. @param label what the progress is called */
export function useSheetReading(label = '正在读取表格'): SheetReading {
  const { host } = useHost();
  const { job, run, cancel } = useHostJob();
  return {
    isReading: job !== null,
    progress: <JobProgress label={label} job={job} onCancel={cancel} />,
    async read(file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return run((jobId) => host.sheets.read({ jobId, name: file.name, bytes }));
    },
  };
}
