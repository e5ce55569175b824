import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useHost } from '../../host/context.tsx';
import { confirmAct } from '../confirm.tsx';
import { attempt, sayDone } from '../notify.ts';

/** Fonts of this computer for characters that the printing fonts lack. */
export function FontsPanel() {
  const { host } = useHost();
  const [fonts, setFonts] = useState<{ own: string[]; system: string[] } | null>(null);
  const [changes, setChanges] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason to read again
  useEffect(() => {
    void attempt(async () => setFonts(await host.fonts.list({})));
  }, [host, changes]);
  const add = (file: File | null) =>
    file &&
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { characters } = await host.fonts.add({ name: file.name, bytes });
      sayDone(`已加入“${file.name}”，有 ${characters.toLocaleString('zh-CN')} 个字`);
      setChanges(changes + 1);
    });
  const remove = (name: string) =>
    confirmAct({
      title: `删除字体“${name}”？`,
      consequence: '只靠它才有的生僻字以后印不出来，打印前会提示。',
      act: '删除',
      dangerous: true,
      perform: async () => {
        await host.fonts.remove({ name });
        setChanges(changes + 1);
      },
    });
  return (
    <Stack gap="xs" role="group" aria-label="生僻字字体">
      <Text fw={600}>生僻字字体</Text>
      <Text size="sm">
        自带的宋体有 4 万多个汉字。再生僻的字，加入含这个字的字体（.ttf 或 .otf，如全宋体、花园明朝）就能印。
        {fonts && fonts.system.length > 0 && `这台电脑上的 ${fonts.system.join('、')} 已自动使用。`}
      </Text>
      {fonts?.own.map((name) => (
        <Group key={name} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {name}
          </Text>
          <ActionIcon
            variant="subtle"
            color="red.9"
            aria-label={`删除字体 ${name}`}
            onClick={() => remove(name)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <FileButton accept=".ttf,.otf" onChange={add}>
        {(button) => (
          <Button
            {...button}
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            加入字体
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}
