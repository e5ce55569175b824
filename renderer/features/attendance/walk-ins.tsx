import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconUserPlus, IconUserQuestion, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { WalkIn } from '../../../shared/domain/teaching/attendance.ts';
import { useMay } from '../../components/actor-context.tsx';
import { LearnerPicker } from '../../components/learner-picker.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { matchWalkIn, recordWalkIn, removeWalkIn } from '../../records/attendance/walk-in-commands.ts';
import { openWalkInNote } from '../../records/sealing/walk-in-notes.ts';

/** Adds someone who came without being registered: a name is enough, the rest can wait. */
export function AddWalkIn({ sessionId, disabled }: { sessionId: string; disabled: boolean }) {
  const { execute } = useRecords();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const add = async () => {
    if (await attempt(() => execute(recordWalkIn, { sessionId, name, note }))) {
      setName('');
      setNote('');
      setOpened(false);
    }
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          名单外的人
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Stack gap="xs" w={260}>
            <TextInput
              label="姓名"
              required
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label="单位或电话"
              description="方便以后匹配"
              autoComplete="off"
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button type="submit">登记到场</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function OneWalkIn({ sessionId, walkIn }: { sessionId: string; walkIn: WalkIn }) {
  const { database, execute } = useRecords();
  // The note is what a walk-in is matched by: the task needs it whole.
  const note = openWalkInNote(database.vault, sessionId, walkIn);
  const mayMatch = useMay(matchWalkIn);
  const [matching, setMatching] = useState(false);
  if (walkIn.learnerId !== null) return <StateBadge tone="good">{`${walkIn.name} 已匹配`}</StateBadge>;
  return (
    <Group gap={4} wrap="nowrap">
      <Popover opened={matching} onChange={setMatching} withArrow trapFocus width={340}>
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="outline"
            color="orange.9"
            disabled={!mayMatch}
            leftSection={<IconUserQuestion size={14} aria-hidden />}
            onClick={() => setMatching(!matching)}
          >
            {walkIn.name} 是哪位学员？
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <LearnerPicker
            label={`${walkIn.name}${note ? `（${note}）` : ''} 对应的学员`}
            autoFocus
            onPick={(learner) =>
              void attempt(async () => {
                await execute(matchWalkIn, { sessionId, walkInId: walkIn.id, learnerId: learner.id });
                sayDone(`${learner.name} 从这次课起计学时`);
                setMatching(false);
              })
            }
          />
          <Text size="xs" c="dimmed" mt={6}>
            还没有这位学员？先到“学员”里添加，再回来匹配，学时从这次课算起。
          </Text>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray.7"
        aria-label={`删除临时学员 ${walkIn.name}`}
        onClick={() => attempt(() => execute(removeWalkIn, { sessionId, walkInId: walkIn.id }))}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Those who came unregistered, each until matched to a learner. */
export function WalkIns({ sessionId, walkIns }: { sessionId: string; walkIns: readonly WalkIn[] }) {
  if (walkIns.length === 0) return null;
  return (
    <Group gap="xs" mt="xs">
      <Text size="sm" fw={600}>
        名单外到场
      </Text>
      {walkIns.map((walkIn) => (
        <OneWalkIn key={walkIn.id} sessionId={sessionId} walkIn={walkIn} />
      ))}
    </Group>
  );
}
