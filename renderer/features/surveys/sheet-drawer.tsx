import { Button, Drawer, FileButton, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { BoxForm } from '../../../shared/contract/surveys.ts';
import { hexOf } from '../../../shared/domain/base/hex.ts';
import { type Grid, isBlank } from '../../../shared/exchange/roster/grid.ts';
import {
  answerTargets,
  codeTarget,
  readSheetAnswers,
  suggestColumns,
} from '../../../shared/exchange/surveys/sheet-answers.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { ImportPreview } from '../../components/import-preview.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { sheetTypes, useSheetReading } from '../../components/sheets/use-sheet-reading.tsx';
import { useHost } from '../../host/context.tsx';
import { boxFormOf } from '../../records/surveys/ballot-box.ts';
import type { BoxDrawerProps } from './answer-files-drawer.tsx';

interface OpenedSheet {
  grid: Grid;
  headerRow: number;
  headings: string[];
  /** A hash of the whole sheet: the same is taken once. */
  source: string;
}

async function hashOfGrid(grid: Grid): Promise<string> {
  const text = JSON.stringify(grid.rows.map((row) => row.map((cell) => cell.text)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hexOf(new Uint8Array(hash));
}

const states = {
  good: { tone: 'good', label: '可收入' },
  rejected: { tone: 'bad', label: '有误' },
} as const;

function Mapped({
  sheet,
  form,
  run,
  box,
  onDone,
}: { sheet: OpenedSheet; form: BoxForm; onDone(): void } & Pick<BoxDrawerProps, 'run' | 'box'>) {
  const { host } = useHost();
  const targets = answerTargets(form, form.access === 'codes');
  const [columns, setColumns] = useState(() => suggestColumns(sheet.headings, targets));
  const verdicts = readSheetAnswers(sheet.grid, sheet.headerRow, columns, form);
  const isCodeMissing = form.access === 'codes' && columns[codeTarget] === null;
  const take = async () => {
    const rows = verdicts
      .filter(({ state }) => state === 'good')
      .map(({ row, code, answer }) => ({ row, code, answer }));
    box.setState(await host.surveys.castRows({ runId: run.id, source: sheet.source, rows }));
    sayDone(`已收入 ${rows.length} 份`);
    onDone();
  };
  return (
    <Stack h="84vh">
      <SimpleGrid cols={3} spacing="xs" mah="34vh" style={{ overflow: 'auto' }}>
        {targets.map(({ key, label }) => (
          <Select
            key={key}
            size="xs"
            label={label}
            placeholder="没有这一列"
            clearable
            data={sheet.headings.map((heading, at) => ({
              value: String(at),
              label: heading || `第 ${at + 1} 列`,
            }))}
            value={columns[key] === null || columns[key] === undefined ? null : String(columns[key])}
            onChange={(value) => setColumns({ ...columns, [key]: value === null ? null : Number(value) })}
          />
        ))}
      </SimpleGrid>
      <ImportPreview
        label="表格里的答卷"
        verdicts={verdicts}
        states={states}
        columns={[
          {
            key: 'answered',
            header: '已答',
            width: 70,
            align: 'right',
            render: ({ answer }) => Object.keys(answer).length,
          },
        ]}
        remarkOf={({ problem }) => problem}
        measure="份"
        obstacle={isCodeMissing ? '这次调查一人一码，请指定“码”是哪一列' : ''}
        take={take}
      />
    </Stack>
  );
}

/** Takes answers that were collected elsewhere out of a sheet; which column is which can be corrected. */
export function SheetDrawer({ run, box, opened, onClose }: BoxDrawerProps) {
  const { database } = useRecords();
  const reading = useSheetReading();
  const [sheet, setSheet] = useState<OpenedSheet | null>(null);
  const form = useLiveQuery(() => boxFormOf(database, run), [database, run.versionId]);
  const open = (file: File) =>
    attempt(async () => {
      const { sheets } = await reading.read(file);
      // No kind of sheet to find by its headings: another program named the columns, the first row of several cells is them.
      for (const grid of sheets) {
        const headerRow = grid.rows.findIndex((row) => row.filter((cell) => !isBlank(cell)).length > 1);
        const headings = grid.rows[headerRow]?.map((cell) => cell.text.trim());
        if (headings) return setSheet({ grid, headerRow, headings, source: await hashOfGrid(grid) });
      }
      throw refusal('badInput', { where: file.name, why: '里面没有表头' });
    });
  const close = () => {
    setSheet(null);
    onClose();
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={980}
      title={<Text fw={600}>导入表格里的答卷</Text>}
    >
      {sheet && form ? (
        <Mapped sheet={sheet} form={form} run={run} box={box} onDone={close} />
      ) : (
        <Stack align="flex-start">
          <Text size="sm">
            一行一份答卷，第一行是题目。列会按题目自动对应，可以改；没有对应的列（姓名、时间、IP）不会读。
          </Text>
          <FileButton onChange={(file) => file && void open(file)} accept={sheetTypes}>
            {(button) => (
              <Button {...button} data-autofocus leftSection={<IconFileSpreadsheet size={16} aria-hidden />}>
                选择表格
              </Button>
            )}
          </FileButton>
        </Stack>
      )}
      {reading.progress}
    </Drawer>
  );
}
