import { Button, Group, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import {
  type Icon,
  IconDeviceTablet,
  IconFileImport,
  IconFileTypeHtml,
  IconKeyboard,
  IconPrinter,
  IconTable,
  IconTicket,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BoxState } from '../../../shared/contract/surveys.ts';
import { percentText } from '../../../shared/domain/base/percent.ts';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { responseRate } from '../../../shared/regulation/survey-statistics.ts';
import { download } from '../../components/download.ts';
import { useKiosk } from '../../components/kiosk-context.tsx';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';
import { givenOf } from '../../records/surveys/ballot-box.ts';
import { AnswerFilesDrawer } from './answer-files-drawer.tsx';
import { PaperDrawer } from './paper-drawer.tsx';
import { PilesDrawer } from './piles-drawer.tsx';
import { SheetDrawer } from './sheet-drawer.tsx';
import type { BallotBox } from './use-ballot-box.ts';

function Way({
  icon: Picture,
  title,
  hint,
  count,
  children,
}: {
  icon: Icon;
  title: string;
  hint: string;
  count: number;
  children: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="xs" h="100%" justify="space-between">
        <div>
          <Group gap="xs">
            <Picture size={20} aria-hidden />
            <Text fw={600}>{title}</Text>
            <Text size="sm" c="dimmed" ml="auto">
              已收 {count} 份
            </Text>
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {hint}
          </Text>
        </div>
        <Group gap="xs">{children}</Group>
      </Stack>
    </Paper>
  );
}

type Open = 'slips' | 'forms' | 'piles' | 'files' | 'sheet' | null;

/** The ways answers come in, and how many have. Who has not answered nobody knows. */
export function CollectPanel({ run, box, state }: { run: ListedRun; box: BallotBox; state: BoxState }) {
  const { host } = useHost();
  const kiosk = useKiosk();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const back = state.answers + (run.tally?.answers ?? 0);
  const given = givenOf(run, state);
  const rate = responseRate(Math.max(given, back), back);
  const title = `${run.title} ${run.classTitle}`.trim().slice(0, 100);
  const { received } = state;
  return (
    <Stack gap="md" style={{ overflow: 'auto' }}>
      <Paper withBorder p="md">
        <Group justify="space-between" mb={6}>
          <Text>
            发出 <b>{given}</b> 份，收回 <b>{back}</b> 份，还有 <b>{Math.max(0, given - back)}</b> 份没有交
          </Text>
          <Group>
            <Text fw={600}>回收率 {percentText(rate)}</Text>
            {run.access === 'codes' && (
              <Button
                variant={state.codes.issued === 0 ? 'filled' : 'default'}
                leftSection={<IconTicket size={16} aria-hidden />}
                onClick={() => setOpen('slips')}
              >
                打印票
              </Button>
            )}
          </Group>
        </Group>
        <Progress value={rate ?? 0} aria-label="回收率" />
        <Text size="sm" c="dimmed" mt={6}>
          不记名：答卷锁在票箱里，不带姓名、时间和先后，结束收集时一次计入。
          {run.access === 'codes' && ` 已发码 ${state.codes.issued} 个，用掉 ${state.codes.spent} 个。`}
        </Text>
      </Paper>
      <SimpleGrid cols={{ base: 2, xl: 4 }} spacing="md">
        <Way
          icon={IconDeviceTablet}
          title="现场终端"
          hint="这台电脑摆在教室里，一位接一位地填；离开要密码。"
          count={received.kiosk}
        >
          <Button onClick={() => kiosk.start(run.id)}>进入终端</Button>
        </Way>
        <Way
          icon={IconFileTypeHtml}
          title="表单文件"
          hint="一个网页文件，放 U 盘或共享文件夹，不连网也能填；把填好的答卷文件收回来。"
          count={received.file}
        >
          <Button
            variant="default"
            onClick={() =>
              attempt(async () => download(await host.surveys.writeForm({ runId: run.id, title })))
            }
          >
            导出表单
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => setOpen('files')}
          >
            收入答卷文件
          </Button>
        </Way>
        <Way
          icon={IconPrinter}
          title="纸质表"
          hint={`印好发下去，收回来只用数字键录入，录两遍核对。表单号 ${run.formCode}。`}
          count={received.paper}
        >
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => setOpen('forms')}
          >
            打印纸质表
          </Button>
          <Button
            variant="default"
            leftSection={<IconKeyboard size={16} aria-hidden />}
            onClick={() => setOpen('piles')}
          >
            录入一摞
          </Button>
        </Way>
        <Way
          icon={IconTable}
          title="表格"
          hint="在别处收的答卷，例如在线问卷导出的 .xlsx；姓名、时间那些列不会读。"
          count={received.sheet}
        >
          <Button variant="default" onClick={() => setOpen('sheet')}>
            导入表格
          </Button>
        </Way>
      </SimpleGrid>
      <PaperDrawer
        run={run}
        box={box}
        what={open === 'slips' ? 'slips' : 'forms'}
        opened={open === 'slips' || open === 'forms'}
        onClose={close}
      />
      <PilesDrawer run={run} box={box} opened={open === 'piles'} onClose={close} />
      <AnswerFilesDrawer run={run} box={box} opened={open === 'files'} onClose={close} />
      <SheetDrawer run={run} box={box} opened={open === 'sheet'} onClose={close} />
    </Stack>
  );
}
