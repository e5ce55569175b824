import { Group, Text } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useHasRole } from '../components/actor-context.tsx';
import { useDatabase } from '../database/context.tsx';
import { useEmployerNames } from '../features/employers/index.ts';
import { hitsOf, search } from './find-everything.ts';

/** One search for people, employers, classes, certificates, transcripts, receipts, trainers and volumes; Ctrl+K from anywhere. */
export function SearchEverything() {
  const { database } = useDatabase();
  const [query, setQuery] = useState('');
  const [, navigate] = useLocation();
  const employers = useEmployerNames();
  const isAdministrator = useHasRole(['administrator']);
  const found = useLiveQuery(
    () => search(database, query, isAdministrator),
    [database, query, isAdministrator],
  );
  const hits = found ? hitsOf(found, (id) => employers.get(id ?? '') ?? '') : [];
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      attributes={{ content: { 'aria-label': '搜索' } }}
    >
      <Spotlight.Search
        placeholder="姓名、拼音首字母、身份证尾号、单位、班名、教师，证书、收据、案卷的编号"
        aria-label="搜索一切"
      />
      <Spotlight.ActionsList>
        {hits.map(({ key, to, icon: Picture, name, about }) => (
          <Spotlight.Action key={key} onClick={() => navigate(to)}>
            <Group gap="sm">
              <Picture size={18} aria-hidden />
              <Text>{name}</Text>
              <Text size="sm" c="dimmed">
                {about}
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {hits.length === 0 && (
          <Spotlight.Empty>{query.trim() === '' ? '输入几个字开始搜索' : '没有找到'}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
