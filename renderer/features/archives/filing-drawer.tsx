import { Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import { balanceOf } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { useActor } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { Warning } from '../../components/warning.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { lastSequence } from '../../records/access.ts';
import type { ArchiveState } from '../../records/archives/archive-state.ts';
import { fileClass } from '../../records/archives/filing-commands.ts';
import { volumeRequest } from '../../records/archives/volume-request.ts';
import { nextNumber } from '../../records/numbering/take-numbers.ts';

function FilingForm({ of, state, onDone }: { of: TrainingClass; state: ArchiveState; onDone(): void }) {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const { actor } = useActor();
  const today = useToday();
  const work = useHostJob();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const gaps = state.lines.filter(({ isGap }) => isGap).map(({ part }) => part);
  const owed = balanceOf(state.record.charges).owedFen;
  const unstated = gaps.filter(({ id }) => (reasons[id] ?? '').trim().length < 2).length;
  const file = () =>
    attempt(async () => {
      const asOf = await lastSequence(database);
      const number = await nextNumber(database, 'archive', today);
      const stated = gaps.map(({ id, title }) => ({ part: id, title, reason: (reasons[id] ?? '').trim() }));
      const request = volumeRequest(state, { number, filedOn: today, filedBy: actor.name }, stated);
      const bound = await work.run((jobId) => host.archives.bind({ jobId, request }));
      await execute(fileClass, { classId: of.id, number, asOf, gaps: stated, bound });
      sayDone(`“${of.title}”已归档，案卷号 ${number}，共 ${bound.volume.pages} 页`);
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void file();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          归档后，点名、成绩、证书、收费和附件都固定下来，装订成有目录和页号的 PDF 案卷。以后要改只能开补卷。
        </Text>
        {owed > 0 && (
          <Warning p="xs">
            本班还有 {formatFen(owed)} 元没有收。归档后要收款，须先开补卷；可以等收齐了再归档。
          </Warning>
        )}
        {gaps.length > 0 && (
          <Text size="sm" fw={600}>
            缺 {gaps.length} 项，逐项写明原因，或先补齐：
          </Text>
        )}
        {gaps.map(({ id, title }, index) => (
          <TextInput
            key={id}
            label={`缺“${title}”的原因`}
            required
            {...(index === 0 && { 'data-autofocus': true })}
            value={reasons[id] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setReasons((before) => ({ ...before, [id]: value }));
            }}
          />
        ))}
        <Group justify="flex-end">
          <Button
            type="submit"
            disabled={unstated > 0 || work.job !== null}
            leftSection={<IconArchive size={16} aria-hidden />}
            {...(gaps.length === 0 && { 'data-autofocus': true })}
          >
            装订并归档
          </Button>
        </Group>
        <JobProgress label="正在装订" job={work.job} onCancel={work.cancel} />
      </Stack>
    </form>
  );
}

export interface FilingDrawerProps {
  of: TrainingClass;
  state: ArchiveState;
  opened: boolean;
  onClose(): void;
}

/** Files a class: each gap gets its reason, then the volume is bound and frozen. */
export function FilingDrawer({ of, state, opened, onClose }: FilingDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={520}
      title={<Text fw={600}>“{of.title}”归档</Text>}
    >
      {opened && <FilingForm of={of} state={state} onDone={onClose} />}
    </Drawer>
  );
}
