import { Button, Drawer, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { codeSlips } from '../../../shared/papers/surveys/code-slips.ts';
import { paperForm } from '../../../shared/papers/surveys/paper-form.ts';
import { useToday } from '../../components/clock.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { boxFormOf } from '../../records/surveys/ballot-box.ts';
import type { BoxDrawerProps } from './answer-files-drawer.tsx';

/** Prints slips with one-time codes, or forms: with a code each, or one to be copied. */
export function PaperDrawer({
  run,
  box,
  what,
  opened,
  onClose,
}: BoxDrawerProps & { what: 'slips' | 'forms' }) {
  const { database } = useRecords();
  const { host } = useHost();
  const base = useQuery(readBase);
  const today = useToday();
  const printed = usePrintedDocument();
  const hasCodes = run.access === 'codes';
  const [count, setCount] = useState<number | string>(run.given || 30);
  const print = () =>
    attempt(async () => {
      if (!base) return;
      const { name } = base.profile;
      const form = await boxFormOf(database, run);
      if (!hasCodes) {
        await printed.show([paperForm(name, run, form, today, null)]);
        return;
      }
      const { codes, state } = await host.surveys.issueCodes({ runId: run.id, count: Number(count) });
      box.setState(state);
      if (what === 'slips') await printed.show([codeSlips(name, run, codes, today)]);
      else await printed.show(codes.map((code) => paperForm(name, run, form, today, code)));
    });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={460}
      title={<Text fw={600}>{what === 'slips' ? '打印票' : '打印纸质表'}</Text>}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void print();
        }}
      >
        <Stack gap="sm">
          {hasCodes ? (
            <>
              <NumberInput
                label="张数"
                required
                min={1}
                max={2000}
                allowDecimal={false}
                value={count}
                onChange={setCount}
                data-autofocus
              />
              <Text size="sm" c="dimmed">
                {what === 'slips'
                  ? '一张票一个码，在现场终端和表单文件里填一次。'
                  : '一份表一个码，录入时先打码。'}
                每次打印都是新的码，发出份数随之增加。请随机发放，不要登记谁拿了哪一张。
              </Text>
            </>
          ) : (
            <Text size="sm">印一份，按需要的份数复印。发出的份数在结束收集时填写。</Text>
          )}
          <Group justify="flex-end">
            <Button
              type="submit"
              disabled={hasCodes && !Number(count)}
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              打印
            </Button>
          </Group>
        </Stack>
      </form>
      <JobProgress label="正在制作" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Drawer>
  );
}
