import { Button, FileButton, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconChecks, IconFolderOpen, IconInbox, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuthorityState, PackageConflict, TakingReport } from '../../../shared/contract/authority.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';

const kinds = {
  refused: { label: '不能收', tone: 'bad' },
  'passed over': { label: '跳过', tone: 'neutral' },
  look: { label: '请核对', tone: 'warning' },
} as const;

function Conflicts({ conflicts }: { conflicts: readonly PackageConflict[] }) {
  return (
    <Table aria-label="核对结果">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={110}>结果</Table.Th>
          <Table.Th>文件</Table.Th>
          <Table.Th>基地</Table.Th>
          <Table.Th>统计期</Table.Th>
          <Table.Th>原因</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {conflicts.map(({ kind, file, base, period, reason }) => (
          <Table.Tr key={`${file} ${reason}`}>
            <Table.Td>
              <StateBadge tone={kinds[kind].tone}>{kinds[kind].label}</StateBadge>
            </Table.Td>
            <Table.Td>{file}</Table.Td>
            <Table.Td>{base}</Table.Td>
            <Table.Td>{period}</Table.Td>
            <Table.Td>{reason}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NewBases({
  bases,
  onRegister,
}: {
  bases: TakingReport['newBases'];
  onRegister(codes: string[]): void;
}) {
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {bases.length} 个基地的公钥还没有登记
        </Title>
        <Button size="compact-md" onClick={() => onRegister(bases.map(({ code }) => code))}>
          都核对过了，全部登记
        </Button>
      </Group>
      <Text size="sm" mb="xs">
        请打电话核对指纹（基地的“统计上报 → 报送”里写着），一致再登记；以后它只能用这把钥匙报送。
      </Text>
      {bases.map(({ code, name, fingerprint }) => (
        <Group key={code} justify="space-between">
          <Text size="sm">
            {code} {name}　指纹 {fingerprint}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => onRegister([code])}>
            登记 {code}
          </Button>
        </Group>
      ))}
    </Paper>
  );
}

export interface TakingPageProps {
  state: AuthorityState;
  onChanged(): Promise<unknown>;
}

/** Packages in, checked against each other and the store; then all of them taken, or none. */
export function TakingPage({ state, onChanged }: TakingPageProps) {
  const { host } = useHost();
  const work = useHostJob();
  const [report, setReport] = useState<TakingReport | null>(null);
  const check = () =>
    attempt(async () => setReport(await work.run((jobId) => host.authority.check({ jobId }))));
  const add = (files: File[]) =>
    attempt(async () => {
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await host.authority.addToInbox({ name: file.name, bytes });
      }
      await onChanged();
      await check();
    });
  const register = (codes: string[]) =>
    attempt(async () => {
      await work.run((jobId) => host.authority.register({ jobId, codes }));
      await onChanged();
      await check();
    });
  const take = () =>
    attempt(async () => {
      const taken = await work.run((jobId) => host.authority.take({ jobId }));
      setReport(taken.run === null ? taken : null);
      if (taken.run !== null) sayDone(`收下 ${taken.taken} 个报送包，回执已写好`);
      await onChanged();
    });
  const isRefused = report?.conflicts.some(({ kind }) => kind === 'refused') ?? true;
  const { waiting, inbox, acknowledgements, runs } = state;
  return (
    <Stack>
      <Group justify="space-between">
        <Text>
          收件箱里有 <b>{waiting.length}</b> 个报送包。也可以直接把文件存进 {inbox}
        </Text>
        <Group gap="xs">
          <FileButton multiple accept=".zip,.sealed" onChange={(files) => void add(files)}>
            {(button) => (
              <Button {...button} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
                放入报送包
              </Button>
            )}
          </FileButton>
          <Button
            variant={report ? 'default' : 'filled'}
            disabled={waiting.length === 0}
            leftSection={<IconInbox size={16} aria-hidden />}
            onClick={check}
          >
            核对
          </Button>
          <Button
            disabled={isRefused || report?.packages === 0}
            leftSection={<IconChecks size={16} aria-hidden />}
            onClick={take}
          >
            全部收下
          </Button>
        </Group>
      </Group>
      {report && report.newBases.length > 0 && (
        <NewBases bases={report.newBases} onRegister={(codes) => void register(codes)} />
      )}
      {report &&
        (report.conflicts.length === 0 ? (
          <Text>核对过 {report.packages} 个报送包：签名、格式、数据都没有问题，可以收下。</Text>
        ) : (
          <Conflicts conflicts={report.conflicts} />
        ))}
      <Group justify="space-between">
        <Title order={2} size="h5">
          收取记录
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFolderOpen size={14} aria-hidden />}
          onClick={() => attempt(() => host.authority.openFolder({ folder: 'acknowledgements' }))}
        >
          打开回执文件夹
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        回执在 {acknowledgements}，发回给各基地。
      </Text>
      {runs.map(({ run, on, packages }) => (
        <Group key={run} justify="space-between">
          <Text size="sm">
            {chineseDate(on)} 收下 {packages} 个报送包
          </Text>
          <ConfirmedButton
            look="row"
            title={`撤回 ${chineseDate(on)} 收下的 ${packages} 个报送包？`}
            consequence="它们不再计入汇总，文件回到收件箱，可以重新核对、收下。"
            act="撤回"
            perform={async () => {
              await host.authority.takeBack({ run });
              await onChanged();
            }}
          />
        </Group>
      ))}
      <JobProgress label="正在核对报送包" job={work.job} onCancel={work.cancel} />
    </Stack>
  );
}
