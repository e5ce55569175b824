import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Filing } from '../../../shared/domain/teaching/filing.ts';
import type { SupplementedChange } from '../../../shared/papers/archive/supplement-note.ts';
import { useActor } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { lastSequence } from '../../records/access.ts';
import type { ArchiveState } from '../../records/archives/archive-state.ts';
import { fileSupplement } from '../../records/archives/filing-commands.ts';
import { supplementRequest } from '../../records/archives/volume-request.ts';
import { supplementChanges, supplementNumber } from '../../records/archives/volumes.ts';
import { aboutOf } from '../../records/history/record-names.ts';

export interface SupplementButtonProps {
  of: TrainingClass;
  state: ArchiveState;
  volumes: readonly Filing[];
}

/** Binds what was changed since a class was filed into a supplement, and locks the class again. */
export function SupplementButton({ of, state, volumes }: SupplementButtonProps) {
  const { database, execute, commands } = useRecords();
  const { host } = useHost();
  const { actor } = useActor();
  const today = useToday();
  const work = useHostJob();
  const file = () =>
    attempt(async () => {
      const asOf = await lastSequence(database);
      const entries = await supplementChanges(database, of);
      const changes: SupplementedChange[] = [];
      for (const entry of entries) {
        const label = commands.get(entry.command)?.label ?? entry.command;
        changes.push({ at: entry.at, by: entry.actor.name, label, what: await aboutOf(database, entry) });
      }
      const number = supplementNumber(volumes);
      const facts = { number, filedOn: today, filedBy: actor.name };
      const request = supplementRequest(state, facts, of.supplement?.reason ?? '', changes, volumes);
      const bound = await work.run((jobId) => host.archives.bind({ jobId, request }));
      await execute(fileSupplement, { classId: of.id, number, asOf, bound });
      sayDone(`补卷 ${number} 已归档，共 ${bound.volume.pages} 页`);
    });
  return (
    <>
      <Button leftSection={<IconArchive size={16} aria-hidden />} disabled={work.job !== null} onClick={file}>
        完成补卷
      </Button>
      <JobProgress label="正在装订补卷" job={work.job} onCancel={work.cancel} />
    </>
  );
}
