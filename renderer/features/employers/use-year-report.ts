import { download } from '../../components/download.ts';
import { attempt } from '../../components/notify.ts';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useHost } from '../../host/context.tsx';
import {
  reportTitle,
  type YearReport,
  yearReportDocument,
  yearReportSheet,
} from '../../records/yearly-hours/year-report.ts';

/** The sheet and the PDF of an employer's year, and where the PDF is shown. */
export function useYearReport() {
  const { host } = useHost();
  const { show, ...printed } = usePrintedDocument();
  return {
    ...printed,
    print: (report: YearReport) => attempt(() => show([yearReportDocument(report)], reportTitle(report))),
    save: (report: YearReport) =>
      attempt(async () => download(await host.sheets.write(yearReportSheet(report)))),
  };
}
