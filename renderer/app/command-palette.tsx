import { Group, Text } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { type Icon, IconBolt } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useActor } from '../components/actor-context.tsx';
import { useRecords } from '../components/records-context.tsx';
import type { AnyCommand } from '../records/access.ts';
import { AskCommand } from './ask-command.tsx';
import { capabilities } from './capabilities.ts';
import { findCommands, findEverything, findPages } from './find-everything.ts';

interface Offered {
  key: string;
  icon: Icon;
  name: string;
  about: string;
  take(): void;
}

/** One search for people, classes, papers, pages and acts; Ctrl+K from anywhere. */
export function CommandPalette() {
  const { database, commands } = useRecords();
  const { actor } = useActor();
  const [query, setQuery] = useState('');
  const [asking, setAsking] = useState<AnyCommand | null>(null);
  const [, navigate] = useLocation();
  const found =
    useLiveQuery(() => findEverything(database, capabilities, actor, query), [database, actor, query]) ?? [];
  const offered: Offered[] = [
    ...found.map(({ to, ...hit }) => ({ ...hit, take: () => navigate(to) })),
    ...findPages(capabilities, actor, query).map(({ path, label, icon }) => ({
      key: path,
      icon,
      name: label,
      about: '页面',
      take: () => navigate(path),
    })),
    ...findCommands(commands.values(), actor, query).map((command) => ({
      key: command.name,
      icon: IconBolt,
      name: command.label,
      about: command.shortcut ?? '操作',
      take: () => setAsking(command),
    })),
  ];
  return (
    <>
      <Spotlight.Root
        query={query}
        onQueryChange={setQuery}
        shortcut="mod + K"
        attributes={{ content: { 'aria-label': '搜索' } }}
      >
        <Spotlight.Search
          placeholder="姓名、拼音首字母、身份证尾号、单位、班名、教师，证书、收据、案卷的编号，页面和操作"
          aria-label="搜索一切"
        />
        <Spotlight.ActionsList>
          {offered.map(({ key, icon: Picture, name, about, take }) => (
            <Spotlight.Action key={key} onClick={take}>
              <Group gap="sm">
                <Picture size={18} aria-hidden />
                <Text>{name}</Text>
                <Text size="sm" c="dimmed">
                  {about}
                </Text>
              </Group>
            </Spotlight.Action>
          ))}
          {offered.length === 0 && (
            <Spotlight.Empty>{query.trim() === '' ? '输入几个字开始搜索' : '没有找到'}</Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
      </Spotlight.Root>
      {asking && <AskCommand key={asking.name} command={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
