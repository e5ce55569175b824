import { Button, Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { acts } from '../../shared/domain/base/acts.ts';
import { momentText } from '../../shared/domain/base/civil-date.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { everything, findEntries } from '../records/history/queries.ts';
import { useMay } from './actor-context.tsx';
import { EntryChanges } from './entry-changes.tsx';
import { useRecords } from './records-context.tsx';

const limit = 200;

function OneEntry({ entry, label, record }: { entry: JournalEntry; label: string; record: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <div>
      <UnstyledButton onClick={() => setOpened(!opened)} aria-expanded={opened}>
        <Text size="sm">
          {momentText(entry.at)}　{entry.actor.name}　<b>{label}</b>
        </Text>
      </UnstyledButton>
      <Collapse expanded={opened}>{opened && <EntryChanges entry={entry} only={record} />}</Collapse>
    </div>
  );
}

/** The history of one record beside it: who did what to it and when, the latest first. */
export function RecordHistory({ table, recordKey }: { table: string; recordKey: string }) {
  const { database, commands } = useRecords();
  const mayRead = useMay(acts.readHistory);
  const [opened, setOpened] = useState(false);
  const record = `${table}:${recordKey}`;
  const entries = useLiveQuery(
    () => (opened ? findEntries(database, { ...everything, records: [record] }, limit) : []),
    [database, opened, record],
  );
  if (!mayRead) return null;
  return (
    <Stack gap="xs">
      <Button
        variant="subtle"
        color="gray.7"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconHistory size={16} aria-hidden />}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        操作记录
      </Button>
      {opened &&
        entries?.map((entry) => (
          <OneEntry
            key={entry.sequence}
            entry={entry}
            label={commands.get(entry.command)?.label ?? entry.command}
            record={record}
          />
        ))}
    </Stack>
  );
}
