import { useState } from 'react';
import { download } from '../../components/download.ts';
import { attempt } from '../../components/notify.ts';
import type { PreviewedPdf } from '../../components/pdf-preview.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { reportTitle, type YearReport, yearReportDocument, yearReportSheet } from './year-report.ts';

/** The sheet and the PDF of an employer's year, and where the PDF is shown. */
export function useYearReport() {
  const { host } = useHost();
  const work = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  return {
    job: work.job,
    cancel: work.cancel,
    preview,
    closePreview: () => setPreview(null),
    print: (report: YearReport) =>
      attempt(async () => {
        const name = reportTitle(report);
        const documents = [yearReportDocument(report)];
        const { files } = await work.run((jobId) =>
          host.documents.print({ jobId, name, documents, separate: false }),
        );
        const [file] = files;
        if (file) setPreview({ title: name, file });
      }),
    save: (report: YearReport) =>
      attempt(async () => download(await host.sheets.write(yearReportSheet(report)))),
  };
}
