import { Button } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { takeBackMarks } from '../../records/handovers/merge-commands.ts';
import { openDisputes } from '../../records/handovers/rows.ts';
import { HandoverDrawer } from './handover-drawer.tsx';

/** The way from a class to other machines, with how much waits for a decision. */
export function HandoverTools({ of }: { of: TrainingClass }) {
  const { database } = useRecords();
  const [opened, setOpened] = useState(false);
  const mayTake = useMay(takeBackMarks);
  const waiting = useLiveQuery(async () => (await openDisputes(database, of.id)).length, [database, of.id]);
  if (!mayTake) return null;
  return (
    <>
      <Button
        variant={waiting ? 'light' : 'default'}
        {...(waiting && { color: '#b93815' })}
        leftSection={<IconDeviceLaptop size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {waiting ? `点名不一致 ${waiting}` : '别的电脑点名'}
      </Button>
      {opened && <HandoverDrawer of={of} opened onClose={() => setOpened(false)} />}
    </>
  );
}
