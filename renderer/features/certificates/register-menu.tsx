import { Button, Menu } from '@mantine/core';
import { IconBook2, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import { registerPaper, registerWorkbook } from '../../../shared/papers/certificates/register.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useHost } from '../../host/context.tsx';
import { mustGetBase } from '../../records/lookups.ts';

export interface RegisterMenuProps {
  certificates: readonly Certificate[];
  /** Which these are, in words. */
  about: string;
}

/** The register of what is shown, on paper and as a sheet; in the order of the numbers. */
export function RegisterMenu({ certificates, about }: RegisterMenuProps) {
  const { database } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const printed = usePrintedDocument();
  const inOrder = () => certificates.toSorted((one, other) => one.number.localeCompare(other.number));
  const print = () =>
    attempt(async () => {
      const { profile } = await mustGetBase(database);
      await printed.show([registerPaper(profile.name, inOrder(), about, today)]);
    });
  const save = () =>
    attempt(async () => {
      const stocks = await database.rows.blankStocks.toArray();
      download(await host.sheets.write(registerWorkbook(inOrder(), about, stocks)));
    });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            disabled={certificates.length === 0}
            leftSection={<IconBook2 size={16} aria-hidden />}
          >
            登记簿
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {about}，{certificates.length} 张
          </Menu.Label>
          <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
            打印（PDF）
          </Menu.Item>
          <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={save}>
            导出 Excel
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <JobProgress label="正在制作登记簿" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
}
