import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FoundSheet, findSheet, type SheetKind } from '../../../shared/exchange/roster/header.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { useHost } from '../../host/context.tsx';
import { download } from '../download.ts';
import { FileDrop } from '../file-drop.tsx';
import { attempt } from '../notify.ts';
import { sheetTypes, useSheetReading } from './use-sheet-reading.tsx';

/** Files that go with a sheet, as the proofs that its rows name. */
interface Companions {
  /** On the button that chooses them. */
  label: string;
  accept: string;
  /** What is kept of them so far, in words. */
  note: string;
  keep(files: File[]): Promise<unknown>;
}

export interface SheetPickerProps<Field extends string> {
  kind: SheetKind<Field>;
  /** What the sheet has to have, for whoever chose another. */
  wanted: string;
  title?: string;
  hint: ReactNode;
  /** On the button that chooses the sheet. */
  choose?: string;
  /** What the template is called: `模板`, `名册模板`. */
  templateName?: string;
  /** On the button that saves the template. */
  download?: string;
  template: { name: string; sheet: string; rows: string[][] };
  /** What its progress is called. */
  reading?: string;
  companions?: Companions;
  /** Whether it fills the page it stands on. */
  fills?: boolean;
  onOpened(found: FoundSheet<Field>, file: { name: string; encoding: string | null }): unknown;
}

const isSheet = ({ name }: File) =>
  sheetTypes.split(',').some((ending) => name.toLowerCase().endsWith(ending));

/** Takes a sheet by button or drop, has the host read it and finds the table of its kind in it. */
export function SheetPicker<Field extends string>(props: SheetPickerProps<Field>) {
  const { kind, wanted, title, hint, template, companions, fills = false, onOpened } = props;
  const { choose: chooseLabel = '选择表格', templateName = '模板' } = props;
  const { download: downloadLabel = '下载模板', reading: readingLabel } = props;
  const { host } = useHost();
  const reading = useSheetReading(readingLabel);
  const open = (file: File) =>
    attempt(async () => {
      const { sheets, encoding } = await reading.read(file);
      const found = findSheet(sheets, kind);
      if (!found) {
        const why = `没有找到表头。请确认有一行写着${wanted}，或改用${templateName}。`;
        throw refusal('badInput', { where: file.name, why });
      }
      await onOpened(found, { name: file.name, encoding });
    });
  const take = async (files: File[]) => {
    const sheet = companions ? files.find(isSheet) : files[0];
    if (companions) await companions.keep(files.filter((file) => file !== sheet));
    if (sheet) await open(sheet);
  };
  return (
    <>
      <FileDrop
        look="area"
        accept={companions?.accept ?? sheetTypes}
        multiple={companions !== undefined}
        padding={fills ? 48 : 32}
        fills={fills}
        onFiles={(files) => void take(files)}
      >
        {(choose) => (
          <Stack align="center" gap="sm">
            <IconFileSpreadsheet size={fills ? 48 : 40} stroke={1.2} aria-hidden />
            {title !== undefined && <Text fw={600}>{title}</Text>}
            <Text size="sm" {...(title !== undefined && { c: 'dimmed' })} ta="center">
              {hint}
            </Text>
            {companions && <Text size="sm">{companions.note}</Text>}
            <Group mt="xs">
              {companions && (
                <Button
                  variant="default"
                  leftSection={<IconPaperclip size={16} aria-hidden />}
                  onClick={choose}
                >
                  {companions.label}
                </Button>
              )}
              {companions ? (
                <FileButton onChange={(file) => file && void open(file)} accept={sheetTypes}>
                  {(button) => (
                    <Button {...button} loading={reading.isReading} data-autofocus>
                      {chooseLabel}
                    </Button>
                  )}
                </FileButton>
              ) : (
                <Button loading={reading.isReading} data-autofocus onClick={choose}>
                  {chooseLabel}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => attempt(async () => download(await host.sheets.write(template)))}
              >
                {downloadLabel}
              </Button>
            </Group>
          </Stack>
        )}
      </FileDrop>
      {reading.progress}
    </>
  );
}
