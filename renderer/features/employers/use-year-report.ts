import {
  type EmployerYearReport,
  employerYearPaper,
  employerYearWorkbook,
} from '../../../shared/papers/people/employer-year.ts';
import { download } from '../../components/download.ts';
import { attempt } from '../../components/notify.ts';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useHost } from '../../host/context.tsx';

/** The sheet and the PDF of an employer's year, and where the PDF is shown. */
export function useYearReport() {
  const { host } = useHost();
  const { show, ...printed } = usePrintedDocument();
  return {
    ...printed,
    print: (report: EmployerYearReport) => attempt(() => show([employerYearPaper(report)])),
    save: (report: EmployerYearReport) =>
      attempt(async () => download(await host.sheets.write(employerYearWorkbook(report)))),
  };
}
