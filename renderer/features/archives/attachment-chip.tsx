import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconFile, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import classes from './attachment-chip.module.css';

/** An attachment in a row: its first page small, its name, how many pages. */
export function AttachmentChip({ attachment, onOpen }: { attachment: Attachment; onOpen(): void }) {
  const { hash, name, kind, pages } = attachment;
  const [hasPicture, setHasPicture] = useState(kind !== 'other');
  const Picture = kind === 'pdf' ? IconFileTypePdf : IconFile;
  return (
    <UnstyledButton className={classes.chip} onClick={onOpen} title={name}>
      {hasPicture ? (
        <img
          src={`/thumbnails/${hash}`}
          alt=""
          loading="lazy"
          className={classes.thumbnail}
          onError={() => setHasPicture(false)}
        />
      ) : (
        <Picture size={22} stroke={1.4} aria-hidden />
      )}
      <VisuallyHidden>查看附件 </VisuallyHidden>
      <Text size="xs" truncate maw={150}>
        {name}
      </Text>
      {pages !== null && pages > 1 && (
        <Text size="xs" c="gray.7">
          {pages} 页
        </Text>
      )}
    </UnstyledButton>
  );
}
