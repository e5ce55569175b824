import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { type FoundSheet, findSheet, type SheetKind } from '../../shared/exchange/roster/header.ts';
import { refusal } from '../../shared/refusals/index.ts';
import { useHost, useHostJob } from '../host/context.tsx';
import { download } from './download.ts';
import { JobProgress } from './job-progress.tsx';
import { attempt } from './notify.ts';

export interface SheetPickerProps<Field extends string> {
  kind: SheetKind<Field>;
  /** What the sheet has to have, for whoever chose another. */
  wanted: string;
  hint: string;
  template: { name: string; sheet: string; rows: string[][] };
  onOpened(found: FoundSheet<Field>, fileName: string): void;
}

/** Takes a sheet by button or drop, and finds the table of its kind in it. */
export function SheetPicker<Field extends string>(props: SheetPickerProps<Field>) {
  const { kind, wanted, hint, template, onOpened } = props;
  const { host } = useHost();
  const reading = useHostJob();
  const open = (file: File) =>
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { sheets } = await reading.run((jobId) => host.sheets.read({ jobId, name: file.name, bytes }));
      const found = findSheet(sheets, kind);
      if (!found) {
        const why = `没有找到表头。请确认有一行写着${wanted}，或改用模板。`;
        throw refusal('badInput', { where: file.name, why });
      }
      onOpened(found, file.name);
    });
  return (
    <Paper
      withBorder
      p={32}
      bg="gray.0"
      style={{ borderStyle: 'dashed' }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) void open(file);
      }}
    >
      <Stack align="center" gap="sm">
        <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
        <Text size="sm" ta="center">
          {hint}
        </Text>
        <Group>
          <FileButton onChange={(file) => file && void open(file)} accept=".xlsx,.xls,.csv,.txt,.xlsm,.ods">
            {(button) => (
              <Button {...button} loading={reading.job !== null} data-autofocus>
                选择表格
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => attempt(async () => download(await host.sheets.write(template)))}
          >
            下载模板
          </Button>
        </Group>
      </Stack>
      <JobProgress label="正在读取表格" job={reading.job} onCancel={reading.cancel} />
    </Paper>
  );
}
