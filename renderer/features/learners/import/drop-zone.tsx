import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';

const accepted = '.xlsx,.xls,.csv,.txt,.xlsm,.ods';

/** Where a roster file is dropped or chosen. */
export function DropZone({
  busy,
  onFile,
  onTemplate,
}: {
  busy: boolean;
  onFile(file: File): void;
  onTemplate(): void;
}) {
  const [over, setOver] = useState(false);
  return (
    <Paper
      withBorder
      p={48}
      bg={over ? 'indigo.0' : 'gray.0'}
      style={{ borderStyle: 'dashed', flex: 1 }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <Stack align="center" justify="center" h="100%" gap="sm">
        <IconFileSpreadsheet size={48} stroke={1.2} aria-hidden />
        <Text fw={600}>把用人单位发来的名册拖到这里</Text>
        <Text size="sm" c="dimmed" ta="center">
          .xlsx、.xls、.csv 都可以，不用先整理：标题行、合并的表头、合计行会自动识别。
          <br />
          导入前会逐行检查并给您看，确认后才会写入。
        </Text>
        <Group mt="xs">
          <FileButton onChange={(file) => file && onFile(file)} accept={accepted}>
            {(props) => (
              <Button {...props} loading={busy} data-autofocus>
                选择文件
              </Button>
            )}
          </FileButton>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={onTemplate}>
            下载名册模板
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
