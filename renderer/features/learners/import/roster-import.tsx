import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { findRoster } from '../../../../shared/exchange/roster/header.ts';
import { refusal } from '../../../../shared/refusals/index.ts';
import { download } from '../../../components/download.ts';
import { JobProgress } from '../../../components/job-progress.tsx';
import { attempt } from '../../../components/notify.ts';
import { Page } from '../../../components/page.tsx';
import { useRecords } from '../../../components/records-context.tsx';
import { useHost, useHostJob } from '../../../host/context.tsx';
import { readKnownLearners } from '../../../records/learners/known-learners.ts';
import { DropZone } from './drop-zone.tsx';
import type { OpenedRoster } from './opened-roster.ts';
import { RosterPreview } from './roster-preview.tsx';
import { rosterTemplate } from './template.ts';

export interface RosterImportProps {
  /** What to do with the people taken, as enrolling them; without it the list of learners opens. */
  onImported?(learnerIds: string[]): void;
}

/** From an employer's file to learners: open, check the mapping, see every row's verdict, take. */
export function RosterImport({ onImported }: RosterImportProps) {
  const { database } = useRecords();
  const { host } = useHost();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedRoster | null>(null);
  const reading = useHostJob();

  const open = (file: File) =>
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await reading.run((jobId) => host.sheets.read({ jobId, name: file.name, bytes }));
      const roster = findRoster(read.sheets);
      if (roster === null) {
        throw refusal('badInput', {
          where: file.name,
          why: '没有找到表头。请确认有一行写着“姓名”和“身份证号”，或改用名册模板。',
        });
      }
      setOpened({
        fileName: file.name,
        encoding: read.encoding,
        ...roster,
        known: await readKnownLearners(database),
      });
    });
  const saveTemplate = () =>
    attempt(async () =>
      download(await host.sheets.write({ name: '学员名册模板', sheet: '学员名册', rows: rosterTemplate })),
    );

  return (
    <Page
      title="导入名册"
      subtitle={
        opened
          ? `${opened.fileName}　工作表“${opened.sheet.name}”　表头在第 ${opened.header.rows.map((row) => row + 1).join('、')} 行${opened.encoding ? `　编码 ${opened.encoding}` : ''}`
          : '先预览，再写入；有错的行会指出是哪一格'
      }
      action={
        opened ? (
          <Button variant="default" onClick={() => setOpened(null)}>
            换一个文件
          </Button>
        ) : (
          !onImported && (
            <Button
              component={Link}
              href="/learners"
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
            >
              返回学员
            </Button>
          )
        )
      }
    >
      {opened ? (
        <RosterPreview
          key={opened.fileName}
          opened={opened}
          onImported={(ids) => (onImported ? onImported(ids) : navigate('/learners'))}
        />
      ) : (
        <DropZone busy={reading.job !== null} onFile={open} onTemplate={saveTemplate} />
      )}
      <JobProgress label="正在读取名册" job={reading.job} onCancel={reading.cancel} />
    </Page>
  );
}
