import { Button, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileTypePdf, IconFileZip, IconFolder, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ArchiveFinding } from '../../../shared/contract/archives.ts';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { ShelvedVolume } from '../../../shared/domain/teaching/filing.ts';
import { filingKinds } from '../../../shared/domain/teaching/filing.ts';
import { FactsTable } from '../../components/facts-table.tsx';
import { attempt } from '../../components/notify.ts';
import { PdfPreview, type PreviewedPdf } from '../../components/pdf-preview.tsx';
import { useHost } from '../../host/context.tsx';
import { FindingView } from './finding-view.tsx';
import { LoansPanel } from './loans-panel.tsx';
import { PlaceForm } from './place-form.tsx';
import type { Exporting } from './use-exporting.ts';

function Contents({ volume: { filing } }: { volume: ShelvedVolume }) {
  return (
    <Table aria-label="卷内目录" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>题名</Table.Th>
          <Table.Th w={70} ta="right">
            页号
          </Table.Th>
          <Table.Th w={70} ta="right">
            页数
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {filing.parts.flatMap(({ id, title, items }, index) => [
          <Table.Tr key={id}>
            <Table.Td fw={600}>
              {index + 1} {title}
            </Table.Td>
            <Table.Td ta="right">{items[0]?.firstPage ?? '—'}</Table.Td>
            <Table.Td />
          </Table.Tr>,
          ...items.map((item) => (
            <Table.Tr key={`${id}-${item.firstPage}`}>
              <Table.Td pl="lg" style={{ overflowWrap: 'anywhere' }}>
                {item.title}
                {item.standsInFor && `（${item.standsInFor}）`}
              </Table.Td>
              <Table.Td ta="right">{item.firstPage}</Table.Td>
              <Table.Td ta="right">{item.pages}</Table.Td>
            </Table.Tr>
          )),
        ])}
      </Table.Tbody>
    </Table>
  );
}

function Details({ volume, exporting }: { volume: ShelvedVolume; exporting: Exporting }) {
  const { host } = useHost();
  const { filing } = volume;
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  const [finding, setFinding] = useState<{ finding: ArchiveFinding | null; problem: string } | null>(null);
  const name = `${filing.number} ${filing.classTitle}`;
  const show = () =>
    attempt(async () => {
      const file = await host.archives.open({ name, volume: filing.volume });
      setPreview({ title: name, file });
    });
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Button leftSection={<IconFileTypePdf size={16} aria-hidden />} data-autofocus onClick={show}>
          打开案卷
        </Button>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          onClick={() =>
            attempt(async () => setFinding(await host.archives.verify({ manifest: filing.manifest })))
          }
        >
          核对
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileZip size={16} aria-hidden />}
          onClick={() => exporting.run([volume], 'zip', name)}
        >
          导出压缩包
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden />}
          onClick={() => exporting.run([volume], 'folder', name)}
        >
          导出文件夹
        </Button>
        {filing.classId && (
          <Button component={Link} href={`/classes/${filing.classId}/archive`} variant="subtle">
            到培训班
          </Button>
        )}
      </Group>
      {finding && <FindingView {...finding} />}
      <FactsTable
        facts={[
          ['类别', filingKinds[filing.kind]],
          ['班号', filing.classNumber],
          ['单位', filing.baseName],
          ['归档', `${momentText(filing.filedAt)}　${filing.filedBy}`],
          ['页数', `${filing.volume.pages} 页`],
          ['保管至', `${filing.keptUntilYear} 年底`],
          ...(filing.reason ? [['补卷原因', filing.reason] as [string, string]] : []),
          ...filing.gaps.map(({ title, reason }): [string, string] => [`缺 ${title}`, reason]),
        ]}
      />
      <PlaceForm filing={filing} />
      <Title order={2} size="h5">
        借阅
      </Title>
      <LoansPanel filing={filing} />
      <Title order={2} size="h5">
        卷内目录
      </Title>
      <Contents volume={volume} />
      <PdfPreview pdf={preview} onClose={() => setPreview(null)} />
    </Stack>
  );
}

export interface VolumeDrawerProps {
  volume: ShelvedVolume | null;
  exporting: Exporting;
  onClose(): void;
}

/** One volume: opened, proven, exported, placed in its box, lent. */
export function VolumeDrawer({ volume, exporting, onClose }: VolumeDrawerProps) {
  return (
    <Drawer
      opened={volume !== null}
      onClose={onClose}
      position="right"
      size={760}
      title={
        <Text fw={600}>
          {volume?.filing.number} {volume?.filing.classTitle}
        </Text>
      }
    >
      {volume && <Details key={volume.filing.id} volume={volume} exporting={exporting} />}
    </Drawer>
  );
}
