import { Button, Tabs } from '@mantine/core';
import {
  type Icon,
  IconArchive,
  IconCalendar,
  IconCash,
  IconCertificate,
  IconClipboardHeart,
  IconLock,
  IconPencil,
  IconSchool,
  IconUsers,
  IconWriting,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { holdsRole, type Role } from '../../shared/domain/base/actor.ts';
import { chinesePeriod } from '../../shared/domain/base/civil-date.ts';
import { useActor, useHasRole } from '../components/actor-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { ArchiveTab } from '../features/archives/index.ts';
import { AssessmentTab } from '../features/assessments/index.ts';
import { useBase } from '../features/base/index.ts';
import { CertificatesTab } from '../features/certificates/index.ts';
import { EditClassDrawer, MembersTab, TimetableTab, useClass } from '../features/classes/index.ts';
import { ClosingTab } from '../features/closing/index.ts';
import { FeesTab } from '../features/fees/index.ts';
import { HandoverTools } from '../features/handovers/index.ts';
import { EvaluationTab } from '../features/surveys/index.ts';

const tabs: readonly { value: string; label: string; icon: Icon; roles?: readonly Role[] }[] = [
  { value: 'timetable', label: '课程表与点名', icon: IconCalendar },
  { value: 'members', label: '学员', icon: IconUsers },
  { value: 'assessment', label: '成绩', icon: IconWriting },
  { value: 'fees', label: '收费', icon: IconCash, roles: ['administrator', 'frontDesk'] },
  { value: 'certificates', label: '证书', icon: IconCertificate },
  { value: 'closing', label: '结班', icon: IconLock },
  { value: 'evaluation', label: '评估', icon: IconClipboardHeart, roles: ['administrator', 'teacher'] },
  { value: 'archive', label: '档案', icon: IconArchive, roles: ['administrator', 'teacher'] },
];

const panel = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const;

/** One class: its timetable, learners, results and certificates, as the work goes. */
export function ClassPage({ classId, tab }: { classId: string; tab: string }) {
  const of = useClass(classId);
  const [editing, setEditing] = useState(false);
  const [, navigate] = useLocation();
  const isAdministrator = useHasRole(['administrator']);
  const { actor } = useActor();
  const isClassroom = useBase()?.isClassroom ?? false;
  const usable = isClassroom
    ? tabs.slice(0, 1)
    : tabs.filter(({ roles }) => !roles || holdsRole(actor, roles));
  if (of === undefined) return null;
  if (of === null)
    return (
      <EmptyState icon={IconSchool} title="没有这个培训班" hint="它可能已被删除，请从左边回到培训班列表。" />
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
        onChange={(next) => navigate(`/classes/${classId}/${next ?? 'timetable'}`)}
        keepMounted={false}
        style={panel}
      >
        <Tabs.List mb="sm">
          {usable.map(({ value, label, icon: Picture }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Picture size={16} aria-hidden />}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {/* Only the tab in sight fills the page: a hidden panel must not keep its flex display. */}
        <Tabs.Panel value={tab} style={panel}>
          {tab === 'timetable' && <TimetableTab of={of} tools={!isClassroom && <HandoverTools of={of} />} />}
          {tab === 'members' && <MembersTab of={of} />}
          {tab === 'assessment' && <AssessmentTab of={of} />}
          {tab === 'fees' && usable.some(({ value }) => value === 'fees') && <FeesTab of={of} />}
          {tab === 'certificates' && <CertificatesTab of={of} />}
          {tab === 'closing' && <ClosingTab of={of} />}
          {tab === 'evaluation' && usable.some(({ value }) => value === 'evaluation') && (
            <EvaluationTab of={of} />
          )}
          {tab === 'archive' && usable.some(({ value }) => value === 'archive') && <ArchiveTab of={of} />}
        </Tabs.Panel>
      </Tabs>
      <EditClassDrawer of={of} opened={editing} onClose={() => setEditing(false)} />
    </Page>
  );
}
