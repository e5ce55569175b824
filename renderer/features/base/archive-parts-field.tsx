import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import {
  type ArchivePart,
  archiveSources,
  defaultArchiveParts,
} from '../../../shared/domain/teaching/archive-part.ts';

export interface ArchivePartsFieldProps {
  parts: readonly ArchivePart[];
  onChange(parts: ArchivePart[]): void;
}

/** An id that no part has yet: a part keeps its own, whatever it is called later. */
function freeId(parts: readonly ArchivePart[]): string {
  const taken = new Set(parts.map(({ id }) => id));
  for (let number = 1; ; number += 1) if (!taken.has(`own-${number}`)) return `own-${number}`;
}

/** What the archive of a class holds, in the order of the volume: which parts, and which must not be missing. */
export function ArchivePartsField({ parts, onChange }: ArchivePartsFieldProps) {
  const set = (index: number, change: Partial<ArchivePart>) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, ...change } : part)));
  const move = (index: number, step: -1 | 1) => {
    const next = [...parts];
    const [part] = next.splice(index, 1);
    if (part) next.splice(index + step, 0, part);
    onChange(next);
  };
  return (
    <Fieldset legend="归档内容" p="sm">
      <Stack gap={6}>
        <Text size="xs" c="dimmed">
          按案卷里的次序。“必备”的缺了要写明原因；“要附件”的必须有扫描件或文件。归档过的案卷不变。
        </Text>
        {parts.map((part, index) => (
          <Group key={part.id} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={`第 ${index + 1} 项的名称`}
              flex={1}
              size="xs"
              value={part.title}
              onChange={(event) => set(index, { title: event.currentTarget.value })}
            />
            <Text size="xs" c="dimmed" w={96}>
              {part.source ? archiveSources[part.source] : '只有附件'}
            </Text>
            <Checkbox
              size="xs"
              label="必备"
              aria-label={`${part.title}必备`}
              checked={part.isRequired}
              onChange={(event) => set(index, { isRequired: event.currentTarget.checked })}
            />
            <Checkbox
              size="xs"
              label="要附件"
              aria-label={`${part.title}要附件`}
              checked={part.needsAttachment}
              onChange={(event) => set(index, { needsAttachment: event.currentTarget.checked })}
            />
            <ActionIcon
              variant="subtle"
              color="gray.7"
              disabled={index === 0}
              aria-label={`${part.title}上移`}
              onClick={() => move(index, -1)}
            >
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray.7"
              disabled={index === parts.length - 1}
              aria-label={`${part.title}下移`}
              onClick={() => move(index, 1)}
            >
              <IconArrowDown size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red.9"
              aria-label={`去掉${part.title}`}
              onClick={() => onChange(parts.filter((_, at) => at !== index))}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              onChange([
                ...parts,
                { id: freeId(parts), title: '', source: null, isRequired: false, needsAttachment: false },
              ])
            }
          >
            添加一项
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray.7"
            onClick={() => onChange([...defaultArchiveParts])}
          >
            恢复默认
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
