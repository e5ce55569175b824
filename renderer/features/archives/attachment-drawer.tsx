import { Anchor, Button, Drawer, Group, Select, Stack, Text } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { ArchivePart } from '../../../shared/domain/teaching/archive-part.ts';
import { type Attachment, attachmentKinds } from '../../../shared/domain/teaching/attachment.ts';
import { useMay } from '../../components/actor-context.tsx';
import { download } from '../../components/download.ts';
import { attempt } from '../../components/notify.ts';
import { describeBytes } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { sayDoneWithUndo } from '../../components/say-done-with-undo.tsx';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';
import { attachFiles, moveAttachment, removeAttachment } from '../../records/archives/attachment-commands.ts';
import classes from './attachment-chip.module.css';

function placeOf({ classId, part, shelf }: Attachment) {
  return classId === null ? { shelf: shelf ?? 'organisation' } : { classId, part };
}

function Shown({ attachment, url }: { attachment: Attachment; url: string }) {
  if (attachment.kind === 'pdf') {
    return <iframe title={attachment.name} src={`${url}#navpanes=0`} className={classes.page} />;
  }
  if (attachment.kind === 'image') return <img src={url} alt={attachment.name} className={classes.picture} />;
  return <Text size="sm">这种文件不能在这里显示，归档时在卷内放一页说明，原件另存。</Text>;
}

function Details({
  attachment,
  parts,
  isLocked,
  onClose,
}: {
  attachment: Attachment;
  parts: readonly ArchivePart[];
  isLocked: boolean;
  onClose(): void;
}) {
  const { execute } = useRecords();
  const { host } = useHost();
  const mayRemove = useMay(removeAttachment);
  const { id, hash, name, kind, bytes, pages, at, by } = attachment;
  const found = useLiveQuery(
    () =>
      host.attachments.locate({ hash }).then(
        ({ url }) => ({ url, problem: '' }),
        (thrown: Error) => ({ url: '', problem: thrown.message }),
      ),
    [hash, host],
  );
  const remove = () =>
    attempt(async () => {
      await execute(removeAttachment, { id });
      onClose();
      const { classId: _, part: __, shelf: ___, id: ____, at: _____, by: ______, ...file } = attachment;
      sayDoneWithUndo(`已移除附件 ${name}`, () =>
        execute(attachFiles, { files: [{ ...file, place: placeOf(attachment) }] }),
      );
    });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {attachmentKinds[kind]}，{describeBytes(bytes)}
        {pages !== null && `，${pages} 页`}　{momentText(at)}　{by}
      </Text>
      {kind !== 'other' && pages === null && (
        <Warning>设了密码或已损坏，不能排入案卷；归档时放一页说明，原件另存。</Warning>
      )}
      {found?.problem && <Warning>{found.problem}</Warning>}
      {found?.url && <Shown attachment={attachment} url={found.url} />}
      <Group justify="space-between" align="flex-end">
        {attachment.classId !== null && parts.length === 0 ? (
          <Anchor component={Link} href={`/classes/${attachment.classId}/archive`} size="sm">
            到培训班的档案
          </Anchor>
        ) : attachment.classId !== null && !isLocked && mayRemove ? (
          <Select
            label="归入"
            allowDeselect={false}
            data={parts.map((part) => ({ value: part.id, label: part.title }))}
            value={attachment.part}
            onChange={(part) => part && attempt(() => execute(moveAttachment, { id, part }))}
          />
        ) : (
          <span />
        )}
        <Group>
          {found?.url && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => download({ url: found.url, name })}
            >
              另存
            </Button>
          )}
          {!isLocked && mayRemove && (
            <Button
              variant="subtle"
              color="red.9"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={remove}
            >
              移除
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}

export interface AttachmentDrawerProps {
  attachment: Attachment | null;
  parts: readonly ArchivePart[];
  /** The class is filed: nothing may change. */
  isLocked: boolean;
  onClose(): void;
}

/** One attachment: seen, moved to another part, saved, taken off. */
export function AttachmentDrawer({ attachment, parts, isLocked, onClose }: AttachmentDrawerProps) {
  return (
    <Drawer
      opened={attachment !== null}
      onClose={onClose}
      position="right"
      size={720}
      title={
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {attachment?.name}
        </Text>
      }
    >
      {attachment && (
        <Details
          key={attachment.id}
          attachment={attachment}
          parts={parts}
          isLocked={isLocked}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}
