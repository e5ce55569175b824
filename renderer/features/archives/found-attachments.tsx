import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import { AttachmentChip } from './attachment-chip.tsx';
import { AttachmentDrawer } from './attachment-drawer.tsx';

const shown = 12;

/** Attached files a search has found, to be looked at. */
export function FoundAttachments({ attachments }: { attachments: readonly Attachment[] }) {
  const [open, setOpen] = useState<Attachment | null>(null);
  return (
    <>
      {attachments.length > 0 && (
        <Group gap={6} mb="sm" role="group" aria-label="找到的附件">
          <Text size="sm" c="dimmed">
            附件 {attachments.length} 件
          </Text>
          {attachments.slice(0, shown).map((attachment) => (
            <AttachmentChip key={attachment.id} attachment={attachment} onOpen={() => setOpen(attachment)} />
          ))}
        </Group>
      )}
      <AttachmentDrawer attachment={open} parts={[]} isLocked onClose={() => setOpen(null)} />
    </>
  );
}
