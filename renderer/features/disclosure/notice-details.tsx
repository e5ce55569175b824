import { Button, Group, Stack } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf, IconWorldWww } from '@tabler/icons-react';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { Notice } from '../../../shared/domain/money/notice.ts';
import { writeNoticePage } from '../../../shared/exchange/notice/notice-page.ts';
import { type NoticePaper, noticePoster, paperSizes } from '../../../shared/papers/money/notice-poster.ts';
import { noticeSheet } from '../../../shared/papers/money/notice-sheet.ts';
import { download } from '../../components/download.ts';
import { FactsTable } from '../../components/facts-table.tsx';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';
import { NoticeLines } from './notice-lines.tsx';

/** A published version with the ways to make it public: on the wall, on the site, as a sheet. */
export function NoticeDetails({
  notice,
  onPrint,
}: {
  notice: Notice;
  onPrint(document: ReturnType<typeof noticePoster>): void;
}) {
  const { host } = useHost();
  const name = `${notice.baseName} 收费公示 第${notice.version}版`;
  const savePage = () =>
    attempt(async () =>
      download(await host.texts.write({ name, ending: 'html', text: writeNoticePage(notice) })),
    );
  const saveSheet = () => attempt(async () => download(await host.sheets.write(noticeSheet(notice))));
  return (
    <Stack>
      <Group gap="xs">
        {(Object.keys(paperSizes) as NoticePaper[]).map((paper) => (
          <Button
            key={paper}
            variant={paper === 'A3' ? 'filled' : 'default'}
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            onClick={() => onPrint(noticePoster(notice, paper))}
          >
            打印 {paperSizes[paper]}
          </Button>
        ))}
        <Button variant="default" leftSection={<IconWorldWww size={16} aria-hidden />} onClick={savePage}>
          导出网页
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onClick={saveSheet}
        >
          导出表格
        </Button>
      </Group>
      <FactsTable
        facts={[
          ['公布', `${notice.publishedOn}　${notice.place}`],
          ['培训范围', notice.scope],
          ['联系', notice.contact],
          ['监督投诉', notice.complaints],
          ['登记', `${momentText(notice.at)} ${notice.by}`],
        ]}
      />
      <NoticeLines lines={notice.lines} />
    </Stack>
  );
}
