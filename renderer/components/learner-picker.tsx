import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { LearnerRow } from '../records/access.ts';
import { findLearners } from '../records/learners/queries.ts';
import { useRecords } from './records-context.tsx';
import { useEmployerNames } from './use-employer-names.ts';

const limit = 12;

export interface LearnerPickerProps {
  label: string;
  /** Learners not to offer. */
  except?: ReadonlySet<string>;
  onPick(learner: LearnerRow): void;
  autoFocus?: boolean;
}

/** Finds one learner by name, initials, last four digits or employer; Enter takes the first. */
export function LearnerPicker({ label, except, onPick, autoFocus }: LearnerPickerProps) {
  const { database } = useRecords();
  const employers = useEmployerNames();
  const [query, setQuery] = useState('');
  const combobox = useCombobox();
  const found = useLiveQuery(async () => {
    if (query.trim() === '') return [];
    return (await findLearners(database, query, limit * 2))
      .filter(({ id }) => !except?.has(id))
      .slice(0, limit);
  }, [database, query, except]);
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (found && found.length > 0) selectFirstOption();
  }, [found, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const picked = found?.find((learner) => learner.id === id);
        if (picked) onPick(picked);
        setQuery('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder="姓名、拼音首字母、尾号、单位"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          {...(autoFocus && { 'data-autofocus': true })}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query.trim() === ''}>
        <Combobox.Options mah={300} style={{ overflowY: 'auto' }}>
          {found?.map((learner) => (
            <Combobox.Option key={learner.id} value={learner.id}>
              <Group gap="sm" wrap="nowrap">
                <Text style={{ flexShrink: 0 }}>{learner.name}</Text>
                <Text size="sm" truncate>
                  {`尾号 ${learner.lastFour}　${employers.get(learner.employerId ?? '') ?? ''}`}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {found?.length === 0 && <Combobox.Empty>没有找到</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
