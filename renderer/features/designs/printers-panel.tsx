import {
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconRuler2 } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { type PrinterProfile, printerDetails } from '../../../shared/domain/stored-design.ts';
import { useToday } from '../../components/clock.tsx';
import { FormFooter } from '../../components/form-footer.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useDatabase } from '../../database/context.tsx';
import { calibrationSheet } from './calibration-sheet.ts';
import { removePrinter, savePrinter } from './commands.ts';
import { keepPrintChoice, printChoice } from './print-means.ts';

const exact = { name: '', dx: 0, dy: 0, scaleX: 1, scaleY: 1 };

function PrinterForm({
  printer,
  onDone,
}: {
  printer: PrinterProfile | null;
  onDone(id: string | null): void;
}) {
  const { execute } = useDatabase();
  const { id, ...details } = printer ?? { ...exact, id: null };
  const form = useForm({ initialValues: details, validate: schemaResolver(printerDetails, { sync: true }) });
  const save = (values: typeof details) =>
    attempt(async () => {
      const saved = await execute(savePrinter, { ...values, id });
      sayDone(`“${saved.name}”的校准已保存`);
      onDone(saved.id);
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Fieldset legend={printer ? printer.name : '新的打印机'} p="sm">
        <Stack gap="xs">
          <TextInput label="打印机名称" required {...form.getInputProps('name')} />
          <SimpleGrid cols={2} spacing="xs">
            <NumberInput
              label="往右移（毫米）"
              description="校准页的十字偏左几毫米就填几"
              step={0.5}
              decimalScale={2}
              {...form.getInputProps('dx')}
            />
            <NumberInput
              label="往下移（毫米）"
              description="偏上几毫米就填几"
              step={0.5}
              decimalScale={2}
              {...form.getInputProps('dy')}
            />
            <NumberInput
              label="横向比例"
              description="100 毫米量出来是 99，就填 1.0101"
              step={0.001}
              decimalScale={4}
              {...form.getInputProps('scaleX')}
            />
            <NumberInput
              label="纵向比例"
              description=" "
              step={0.001}
              decimalScale={4}
              {...form.getInputProps('scaleY')}
            />
          </SimpleGrid>
          <FormFooter
            submit="保存校准"
            {...(printer && {
              removal: {
                title: `删除“${printer.name}”的校准？`,
                consequence: '删除后这台打印机按没有偏差打印。',
                perform: async () => {
                  await execute(removePrinter, { id: printer.id });
                  onDone(null);
                },
              },
            })}
          />
        </Stack>
      </Fieldset>
    </form>
  );
}

/** How this desk prints: on which printer, how it is off, and whether on preprinted paper. */
export function PrintersPanel() {
  const { database } = useDatabase();
  const today = useToday();
  const printed = usePrintedDocument();
  const [choice, setChoice] = useState(printChoice);
  const [editing, setEditing] = useState(false);
  const printers = useLiveQuery(() => database.rows.printers.toArray(), [database]);
  if (!printers) return null;
  const choose = (next: typeof choice) => {
    keepPrintChoice(next);
    setChoice(next);
  };
  const chosen = printers.find(({ id }) => id === choice.printerId) ?? null;
  return (
    <>
      <Text size="sm">
        先打一张校准页，用尺量十字离纸边多远、标尺有多长，把差多少填在这里。只管这台电脑旁边的打印机。
      </Text>
      <Group>
        <Button
          leftSection={<IconRuler2 size={16} aria-hidden />}
          onClick={() => attempt(() => printed.show([calibrationSheet(today)]))}
        >
          打印校准页
        </Button>
      </Group>
      <Group align="flex-end" wrap="nowrap">
        <Select
          label="这台电脑用"
          flex={1}
          placeholder="没有校准"
          clearable
          data={printers.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.printerId}
          onChange={(printerId) => choose({ ...choice, printerId })}
        />
        <Button variant="default" onClick={() => setEditing(true)}>
          新的打印机
        </Button>
      </Group>
      <Switch
        label="套打：纸上已经印好的不再印"
        checked={choice.onBlank}
        onChange={(event) => choose({ ...choice, onBlank: event.currentTarget.checked })}
      />
      {(editing || chosen) && (
        <PrinterForm
          key={editing ? 'new' : chosen?.id}
          printer={editing ? null : chosen}
          onDone={(printerId) => {
            setEditing(false);
            choose({ ...choice, printerId });
          }}
        />
      )}
      <JobProgress label="正在制作校准页" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
}
