import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconArchive, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { ArchiveLine } from '../../../shared/regulation/archive-completeness.ts';
import { useMay } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import {
  cancelSupplement,
  fileClass,
  fileSupplement,
  openSupplement,
} from '../../records/archives/filing-commands.ts';
import { readArchive } from '../../records/archives/queries.ts';
import { AttachmentChip } from './attachment-chip.tsx';
import { AttachmentDrawer } from './attachment-drawer.tsx';
import { DropArea } from './drop-area.tsx';
import { FilingDrawer } from './filing-drawer.tsx';
import { ScannerDrawer } from './scanner-drawer.tsx';
import { SupplementButton } from './supplement-button.tsx';
import { useAttaching } from './use-attaching.ts';

function LineBadge({ line: { isGap, state, part } }: { line: ArchiveLine }) {
  if (isGap) return <StateBadge tone="bad">缺</StateBadge>;
  if (state.startsWith('还没有'))
    return <StateBadge tone="neutral">{part.isRequired ? '缺' : '可无'}</StateBadge>;
  return <StateBadge tone="good">有</StateBadge>;
}

/** The teaching archive of a class (第22条): what each part holds, what is missing, and its filing. */
export function ArchiveTab({ of }: { of: TrainingClass }) {
  const { execute } = useRecords();
  const today = useToday();
  const found = useQuery(readArchive, of.id, today);
  const attaching = useAttaching();
  const [scanFor, setScanFor] = useState<{ value: string; label: string } | null>(null);
  const [open, setOpen] = useState<Attachment | null>(null);
  const [filing, setFiling] = useState(false);
  const mayFile = useMay(fileClass);
  const maySupplement = useMay(fileSupplement);
  if (!found) return null;
  const { state, volumes } = found;
  const { lines } = state;
  const gaps = lines.filter(({ isGap }) => isGap);
  const isLocked = Boolean(of.filed) && !of.supplement;
  const [volume] = volumes;
  const parts = lines.map(({ part }) => ({ value: part.id, label: part.title }));
  return (
    <Stack gap="sm" style={{ minHeight: 0 }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        {of.filed ? (
          <Stack gap={2}>
            <Group gap="xs">
              <StateBadge tone={of.supplement ? 'waiting' : 'good'}>
                {of.supplement ? '补卷中' : '已归档'}
              </StateBadge>
              <Text size="sm">
                {volume?.number}　{momentText(of.filed.at)}　{of.filed.by}　{volume?.volume.pages} 页
                {volumes.length > 1 && `，补卷 ${volumes.length - 1} 册`}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {of.supplement
                ? `补卷原因：${of.supplement.reason}。现在可以更正和添加附件，改完按“完成补卷”。`
                : '归档后不再改动；确需改动的，写明原因开补卷。'}
            </Text>
          </Stack>
        ) : (
          <Text size="sm" c="dimmed">
            {gaps.length === 0
              ? '材料齐全，可以归档。'
              : `还缺 ${gaps.length} 项：${gaps.map(({ part }) => part.title).join('、')}。`}
            文件可以直接拖到对应的一行。{!of.closed && '结班之后才能归档（第10条）。'}
          </Text>
        )}
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {volume && (
            <Button
              component={Link}
              href={`/archives?volume=${volume.id}`}
              variant="default"
              leftSection={<IconFolderOpen size={16} aria-hidden />}
            >
              看案卷
            </Button>
          )}
          {!of.filed && mayFile && (
            <Button
              disabled={!of.closed}
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => setFiling(true)}
            >
              归档
            </Button>
          )}
          {isLocked && maySupplement && (
            <AskReason
              act="开补卷"
              label="补卷原因"
              description="补卷期间可以更正，改动会列进补卷"
              submit="开补卷"
              onReason={async (reason) => {
                await execute(openSupplement, { classId: of.id, reason });
                sayDone('已开补卷，可以改动了');
              }}
            />
          )}
          {of.supplement && maySupplement && (
            <>
              <Button
                variant="subtle"
                color="gray.7"
                onClick={() => attempt(() => execute(cancelSupplement, { classId: of.id }))}
              >
                取消补卷
              </Button>
              <SupplementButton of={of} state={state} volumes={volumes} />
            </>
          )}
        </Group>
      </Group>
      <div style={{ overflowY: 'auto', minHeight: 0 }}>
        <Table aria-label="归档内容" verticalSpacing={6} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={50}>序号</Table.Th>
              <Table.Th w={150}>内容</Table.Th>
              <Table.Th w={96}>状态</Table.Th>
              <Table.Th w={200}>已有</Table.Th>
              <Table.Th>附件</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <Table.Tr key={line.part.id}>
                <Table.Td>{index + 1}</Table.Td>
                <Table.Td>{line.part.title}</Table.Td>
                <Table.Td>
                  <LineBadge line={line} />
                </Table.Td>
                <Table.Td>{line.state}</Table.Td>
                <Table.Td>
                  <DropArea
                    label={line.part.title}
                    place={{ classId: of.id, part: line.part.id }}
                    attaching={attaching}
                    disabled={isLocked}
                    onScan={() => setScanFor({ value: line.part.id, label: line.part.title })}
                  >
                    {state.attachmentsOf(line.part.id).map((attachment) => (
                      <AttachmentChip
                        key={attachment.id}
                        attachment={attachment}
                        onOpen={() => setOpen(attachment)}
                      />
                    ))}
                  </DropArea>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <ScannerDrawer
        opened={scanFor}
        choices={parts}
        placeOf={(part) => ({ classId: of.id, part })}
        attaching={attaching}
        onClose={() => setScanFor(null)}
      />
      <AttachmentDrawer
        attachment={open}
        parts={lines.map(({ part }) => part)}
        isLocked={isLocked}
        onClose={() => setOpen(null)}
      />
      <FilingDrawer of={of} state={state} opened={filing} onClose={() => setFiling(false)} />
    </Stack>
  );
}
