import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconFileSpreadsheet, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ProofFile } from '../../../shared/domain/teaching/outside-entry.ts';
import { outsideSheet, outsideTemplate } from '../../../shared/exchange/outside-hours/columns.ts';
import { findSheet } from '../../../shared/exchange/roster/header.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { proofTypes } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { readKnowledge } from '../../records/outside-hours/import-knowledge.ts';
import { type OpenedSheet, OutsideImportPreview } from './import-preview.tsx';

/** From an employer's sheet and its scans to outside entries: open, see every row's verdict, take. */
export function OutsideImportPage() {
  const { database } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const [, navigate] = useLocation();
  const [proofs, setProofs] = useState<ReadonlyMap<string, ProofFile>>(new Map());
  const [opened, setOpened] = useState<OpenedSheet | null>(null);
  const reading = useHostJob();
  const keep = async (files: readonly File[]): Promise<ReadonlyMap<string, ProofFile>> => {
    const kept = new Map(proofs);
    await attempt(async () => {
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        kept.set(file.name, await host.proofs.keep({ name: file.name, bytes }));
      }
    });
    setProofs(kept);
    return kept;
  };
  const open = (file: File, chosen = proofs) =>
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { sheets } = await reading.run((jobId) => host.sheets.read({ jobId, name: file.name, bytes }));
      const found = findSheet(sheets, outsideSheet);
      if (!found) {
        const why = '没有找到表头。请确认有一行写着“证件号码”和“学时”，或改用模板。';
        throw refusal('badInput', { where: file.name, why });
      }
      setOpened({ fileName: file.name, found, knowledge: await readKnowledge(database, chosen, today) });
    });
  const saveTemplate = () =>
    attempt(async () =>
      download(await host.sheets.write({ name: '外部学时模板', sheet: '外部学时', rows: outsideTemplate })),
    );
  return (
    <Page
      title="导入外部学时"
      subtitle={opened ? opened.fileName : '先选证明文件，再选表格；表格“证明文件”一栏写文件名，两边自动对上'}
      action={
        opened ? (
          <Button variant="default" onClick={() => setOpened(null)}>
            换一个文件
          </Button>
        ) : (
          <Button
            component={Link}
            href="/outside-hours"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            返回外部学时
          </Button>
        )
      }
    >
      {opened ? (
        <OutsideImportPreview opened={opened} onImported={() => navigate('/outside-hours')} />
      ) : (
        <Paper
          withBorder
          p={48}
          bg="gray.0"
          style={{ borderStyle: 'dashed', flex: 1 }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            const files = [...event.dataTransfer.files];
            const sheet = files.find(({ name }) => /\.(xlsx|xls|csv|txt|xlsm|ods)$/i.test(name));
            void keep(files.filter((file) => file !== sheet)).then((kept) => sheet && open(sheet, kept));
          }}
        >
          <Stack align="center" justify="center" h="100%" gap="sm">
            <IconFileSpreadsheet size={48} stroke={1.2} aria-hidden />
            <Text fw={600}>一张表格登记一批人的外部学时</Text>
            <Text size="sm" c="dimmed" ta="center">
              没有证明文件的行也可以先登记，补上证明之后才计入学时。
              <br />
              导入前会逐行检查并给您看，确认后才会写入。
            </Text>
            <Text size="sm">已选证明文件 {proofs.size} 份</Text>
            <Group mt="xs">
              <FileButton multiple onChange={(files) => void keep(files)} accept={proofTypes}>
                {(props) => (
                  <Button {...props} variant="default" leftSection={<IconPaperclip size={16} aria-hidden />}>
                    选择证明文件
                  </Button>
                )}
              </FileButton>
              <FileButton
                onChange={(file) => file && void open(file)}
                accept=".xlsx,.xls,.csv,.txt,.xlsm,.ods"
              >
                {(props) => (
                  <Button {...props} loading={reading.job !== null} data-autofocus>
                    选择表格
                  </Button>
                )}
              </FileButton>
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={saveTemplate}
              >
                下载模板
              </Button>
            </Group>
          </Stack>
        </Paper>
      )}
      <JobProgress label="正在读取表格" job={reading.job} onCancel={reading.cancel} />
    </Page>
  );
}
