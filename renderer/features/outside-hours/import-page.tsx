import { Button, FileButton, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import {
  IconArrowLeft,
  IconCheck,
  IconDownload,
  IconFileSpreadsheet,
  IconPaperclip,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ProofFile } from '../../../shared/domain/outside-entry.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { describeWay } from '../../../shared/domain/way.ts';
import {
  type OutsideField,
  outsideSheet,
  outsideTemplate,
} from '../../../shared/exchange/outside-hours/columns.ts';
import {
  judgeOutsideHours,
  type OutsideKnowledge,
  type OutsideVerdict,
} from '../../../shared/exchange/outside-hours/verdicts.ts';
import { type FoundSheet, findSheet } from '../../../shared/exchange/roster/header.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { proofTypes } from '../../components/proof-field.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge, type StateTone } from '../../components/state-badge.tsx';
import { useDatabase } from '../../database/context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { importOutsideEntries } from './commands.ts';
import { readKnowledge } from './import-knowledge.ts';

const states: Record<OutsideVerdict['state'], { tone: StateTone; label: string }> = {
  good: { tone: 'good', label: '正确' },
  doubtful: { tone: 'warning', label: '请核对' },
  unproven: { tone: 'waiting', label: '待补证明' },
  rejected: { tone: 'bad', label: '有误' },
};

const columns: RecordColumn<OutsideVerdict>[] = [
  { key: 'row', header: '行号', width: 60, align: 'right', render: ({ row }) => row },
  {
    key: 'state',
    header: '判定',
    width: 110,
    render: ({ state }) => <StateBadge tone={states[state].tone}>{states[state].label}</StateBadge>,
  },
  { key: 'name', header: '姓名', width: 120, render: ({ name }) => name },
  {
    key: 'title',
    header: '内容',
    width: 240,
    render: (verdict) => (verdict.state === 'rejected' ? '' : verdict.entry.title),
  },
  {
    key: 'way',
    header: '科目或方式',
    width: 190,
    render: (verdict) => {
      if (verdict.state === 'rejected') return '';
      return verdict.entry.way === null ? '公需科目' : describeWay(verdict.entry.way);
    },
  },
  {
    key: 'hours',
    header: '学时',
    width: 60,
    align: 'right',
    render: (verdict) => (verdict.state === 'rejected' ? '' : verdict.entry.hours),
  },
  {
    key: 'remark',
    header: '问题',
    render: (verdict) => {
      const text = verdict.state === 'rejected' ? verdict.problems.join('；') : verdict.remark;
      return <span title={text}>{text}</span>;
    },
  },
];

interface Opened {
  fileName: string;
  found: FoundSheet<OutsideField>;
  knowledge: OutsideKnowledge;
}

function Preview({ opened, onImported }: { opened: Opened; onImported(): void }) {
  const { execute } = useDatabase();
  const [policy, setPolicy] = useState<'good' | 'none'>('good');
  const [busy, setBusy] = useState(false);
  const { found, knowledge } = opened;
  const verdicts = useMemo(() => judgeOutsideHours(found.sheet, found.header, knowledge), [found, knowledge]);
  const rows = verdicts.flatMap((one) =>
    one.state === 'rejected' ? [] : [{ row: one.row, entry: one.entry }],
  );
  const rejected = verdicts.length - rows.length;
  const take = async () => {
    setBusy(true);
    await attempt(async () => {
      const count = await execute(importOutsideEntries, { rows });
      sayDone(`已导入 ${count} 条${rejected > 0 ? `，${rejected} 行有误未导入` : ''}`);
      onImported();
    });
    setBusy(false);
  };
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm">
          共 {verdicts.length} 行，有误 {rejected} 行
        </Text>
        <Group gap="sm">
          {rejected > 0 && (
            <SegmentedControl
              aria-label="有误时怎么办"
              value={policy}
              onChange={(value) => setPolicy(value as 'good' | 'none')}
              data={[
                { value: 'good', label: '只导入正确的行' },
                { value: 'none', label: '全部正确才导入' },
              ]}
            />
          )}
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={rows.length === 0 || (policy === 'none' && rejected > 0)}
            loading={busy}
            onClick={take}
          >
            导入 {rows.length} 条
          </Button>
        </Group>
      </Group>
      <RecordTable
        label="外部学时预览"
        rows={verdicts}
        columns={columns}
        rowKey={({ row }) => String(row)}
        rowHeight={36}
      />
    </>
  );
}

/** From an employer's sheet and its scans to outside entries: open, see every row's verdict, take. */
export function OutsideImportPage() {
  const { database } = useDatabase();
  const { host } = useHost();
  const today = useToday();
  const [, navigate] = useLocation();
  const [proofs, setProofs] = useState<ReadonlyMap<string, ProofFile>>(new Map());
  const [opened, setOpened] = useState<Opened | null>(null);
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
        <Preview opened={opened} onImported={() => navigate('/outside-hours')} />
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
