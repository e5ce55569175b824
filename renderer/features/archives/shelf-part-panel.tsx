import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Attachment, type ShelfPart, shelfParts } from '../../../shared/domain/teaching/attachment.ts';
import { useToday } from '../../components/clock.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readShelfAttachments } from '../../records/archives/queries.ts';
import { shelfLines } from '../../records/archives/shelf-lines.ts';
import { AttachmentChip } from './attachment-chip.tsx';
import { AttachmentDrawer } from './attachment-drawer.tsx';
import { DropArea } from './drop-area.tsx';
import { ScannerDrawer } from './scanner-drawer.tsx';
import { useAttaching } from './use-attaching.ts';

/** A part of the base's shelf: what the app has on record for it, and the files attached to it. */
export function ShelfPartPanel({ part }: { part: Exclude<ShelfPart, 'teaching'> }) {
  const { database } = useRecords();
  const today = useToday();
  const lines = useLiveQuery(() => shelfLines(database, part, today), [database, part, today]);
  const attachments = useQuery(readShelfAttachments, part);
  const attaching = useAttaching();
  const [scanning, setScanning] = useState(false);
  const [open, setOpen] = useState<Attachment | null>(null);
  const label = shelfParts[part];
  if (!lines || !attachments) return null;
  return (
    <Stack gap="md" style={{ overflowY: 'auto' }}>
      <Table aria-label={`${label}在册`} maw={980}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={180}>内容</Table.Th>
            <Table.Th>在册</Table.Th>
            <Table.Th w={110}>状态</Table.Th>
            <Table.Th w={130}>登记在</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ title, state, isMissing, page }) => (
            <Table.Tr key={title}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>{state}</Table.Td>
              <Table.Td>
                <StateBadge tone={isMissing ? 'warning' : 'good'}>{isMissing ? '要补' : '有'}</StateBadge>
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} href={page.path} size="sm">
                  {page.label}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2} size="h5">
        附件
      </Title>
      <DropArea
        label={label}
        place={{ shelf: part }}
        attaching={attaching}
        disabled={false}
        onScan={() => setScanning(true)}
      >
        {attachments.length === 0 && (
          <Text size="sm" c="dimmed">
            文件可以直接拖到这一行。
          </Text>
        )}
        {attachments.map((attachment) => (
          <AttachmentChip key={attachment.id} attachment={attachment} onOpen={() => setOpen(attachment)} />
        ))}
      </DropArea>
      <ScannerDrawer
        opened={scanning ? { value: part, label } : null}
        choices={[{ value: part, label }]}
        placeOf={() => ({ shelf: part })}
        attaching={attaching}
        onClose={() => setScanning(false)}
      />
      <AttachmentDrawer attachment={open} parts={[]} isLocked={false} onClose={() => setOpen(null)} />
    </Stack>
  );
}
