import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { RosterLine } from '../../records/trainers/queries.ts';
import { AppointmentsPanel } from './appointments-panel.tsx';
import { TrainerForm } from './trainer-form.tsx';
import { WorkPanel } from './work-panel.tsx';

export interface TrainerDrawerProps {
  /** Null to add. */
  line: RosterLine | null;
  roster: readonly RosterLine[];
  onDone(): void;
}

/** One trainer: the profile, appointments, and what was taught, valued and paid. */
export function TrainerDrawer({ line, roster, onDone }: TrainerDrawerProps) {
  const [tab, setTab] = useState<string | null>('profile');
  if (!line) return <TrainerForm trainer={null} roster={roster} onDone={onDone} />;
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="profile">资料</Tabs.Tab>
        <Tabs.Tab value="appointments">聘任</Tabs.Tab>
        <Tabs.Tab value="work">授课、评分和课酬</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="profile">
        <TrainerForm trainer={line.trainer} roster={roster} onDone={onDone} />
      </Tabs.Panel>
      <Tabs.Panel value="appointments">
        <AppointmentsPanel line={line} />
      </Tabs.Panel>
      <Tabs.Panel value="work">
        <WorkPanel trainer={line.trainer} />
      </Tabs.Panel>
    </Tabs>
  );
}
