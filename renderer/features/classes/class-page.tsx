import { Button, Tabs } from '@mantine/core';
import { IconPencil, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { holdsRole } from '../../../shared/domain/base/actor.ts';
import { chinesePeriod } from '../../../shared/domain/base/civil-date.ts';
import { useActor, useHasRole } from '../../components/actor-context.tsx';
import { useCapabilities } from '../../components/capabilities-context.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readBase } from '../../records/base/queries.ts';
import { readClass } from '../../records/classes/queries.ts';
import { EditClassDrawer } from './edit-class-drawer.tsx';

const filling = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const;

/** One class, its tabs those of the capabilities that have something to show of it, as the work goes. */
export function ClassPage({ classId, tab: asked }: { classId: string; tab?: string | undefined }) {
  const capabilities = useCapabilities();
  const of = useQuery(readClass, classId);
  const [editing, setEditing] = useState(false);
  const [, navigate] = useLocation();
  const isAdministrator = useHasRole(['administrator']);
  const { actor } = useActor();
  const isClassroom = useQuery(readBase)?.isClassroom ?? false;
  const usable = capabilities
    .flatMap(({ classTab }) => classTab ?? [])
    .filter(({ roles, atClassroom }) => holdsRole(actor, roles) && (!isClassroom || atClassroom))
    .sort((a, b) => a.place - b.place);
  const shown = usable.find(({ value }) => value === asked) ?? usable[0];
  if (of === undefined) return null;
  if (of === null)
    return (
      <EmptyState icon={IconSchool} title="没有这个培训班" hint="它可能已被删除，请从左边回到培训班列表。" />
    );
  if (!shown) return null;
  const { panel: Panel, value: tab } = shown;
  const tools =
    !isClassroom &&
    capabilities.map(
      ({ label, classTool }) => classTool?.tab === tab && <classTool.tool key={label} of={of} />,
    );
  const period = of.startDate && of.endDate ? chinesePeriod(of.startDate, of.endDate) : '未排课';
  return (
    <Page
      title={of.title}
      subtitle={`${of.filed ? '已归档　' : of.closed ? '已结班　' : ''}班号 ${of.number}　${period}　${of.place}　班主任 ${of.responsibleTeacher || '未填'}　出勤 ≥ ${of.attendanceThresholdPercent}%　及格 ${of.passMark} 分`}
      action={
        isAdministrator &&
        !isClassroom &&
        !of.closed && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            修改
          </Button>
        )
      }
    >
      <Tabs
        value={tab}
        onChange={(next) => navigate(`/classes/${classId}/${next ?? tab}`)}
        keepMounted={false}
        style={filling}
      >
        <Tabs.List mb="sm">
          {usable.map(({ value, label, icon: Picture }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Picture size={16} aria-hidden />}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {/* Only the tab in sight fills the page: a hidden panel must not keep its flex display. */}
        <Tabs.Panel value={tab} style={filling}>
          <Panel of={of} tools={tools} />
        </Tabs.Panel>
      </Tabs>
      <EditClassDrawer of={of} opened={editing} onClose={() => setEditing(false)} />
    </Page>
  );
}
