import { AppShell, Center, Loader, NavLink, ScrollArea, Text } from '@mantine/core';
import {
  type Icon,
  IconArchive,
  IconBook2,
  IconBuilding,
  IconBuildingWarehouse,
  IconCalendarStats,
  IconCalendarWeek,
  IconCash,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconClipboardHeart,
  IconDatabaseExport,
  IconFileCertificate,
  IconFilePlus,
  IconHistory,
  IconLock,
  IconPalette,
  IconSchool,
  IconSettings,
  IconSpeakerphone,
  IconSun,
  IconUserCog,
  IconUserStar,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { holdsRole, type Role } from '../../shared/domain/base/actor.ts';
import { useActor } from '../components/actor-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { KioskProvider } from '../components/kiosk-context.tsx';
import { useDailyBackup } from '../features/backups/index.ts';
import { SetUpPage, useBase } from '../features/base/index.ts';
import { ReceiveClass } from '../features/handovers/index.ts';
import { DeskHeader } from './desk-header.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Kiosk, useKioskRun } from './kiosk.tsx';
import { Routes } from './routes.tsx';
import { SaveFailure } from './save-state.tsx';

const everybody: readonly Role[] = ['administrator', 'teacher', 'frontDesk'];

const capabilities: readonly { path: string; label: string; icon: Icon; roles: readonly Role[] }[] = [
  { path: '/', label: '今日', icon: IconSun, roles: everybody },
  { path: '/learners', label: '学员', icon: IconUsers, roles: ['administrator', 'frontDesk'] },
  { path: '/employers', label: '单位', icon: IconBuilding, roles: ['administrator', 'frontDesk'] },
  { path: '/plan', label: '教学计划', icon: IconCalendarStats, roles: ['administrator'] },
  { path: '/courses', label: '课程', icon: IconBook2, roles: ['administrator'] },
  { path: '/classes', label: '培训班', icon: IconSchool, roles: everybody },
  { path: '/timetable', label: '课表', icon: IconCalendarWeek, roles: everybody },
  { path: '/fees', label: '收费', icon: IconCash, roles: ['administrator', 'frontDesk'] },
  { path: '/disclosure', label: '收费公示', icon: IconSpeakerphone, roles: ['administrator'] },
  { path: '/certificates', label: '证书', icon: IconCertificate, roles: ['administrator', 'frontDesk'] },
  { path: '/certificate-designs', label: '证书样式', icon: IconPalette, roles: ['administrator'] },
  {
    path: '/transcripts',
    label: '学时证明',
    icon: IconFileCertificate,
    roles: ['administrator', 'frontDesk'],
  },
  { path: '/outside-hours', label: '外部学时', icon: IconFilePlus, roles: ['administrator', 'frontDesk'] },
  { path: '/trainers', label: '师资', icon: IconUserStar, roles: ['administrator'] },
  { path: '/means', label: '办学条件', icon: IconBuildingWarehouse, roles: ['administrator'] },
  { path: '/surveys', label: '评估', icon: IconClipboardHeart, roles: ['administrator'] },
  { path: '/archives', label: '档案', icon: IconArchive, roles: ['administrator'] },
  { path: '/statistics', label: '统计上报', icon: IconChartBar, roles: ['administrator'] },
  { path: '/compliance', label: '合规检查', icon: IconChecklist, roles: ['administrator'] },
  { path: '/settings', label: '设置', icon: IconSettings, roles: ['administrator'] },
  { path: '/accounts', label: '账号', icon: IconUserCog, roles: ['administrator'] },
  { path: '/backups', label: '备份', icon: IconDatabaseExport, roles: ['administrator'] },
  { path: '/history', label: '操作记录', icon: IconHistory, roles: ['administrator'] },
];

/** What is of use on a machine that only marks. */
const classroomPaths = ['/', '/accounts', '/backups', '/history'];

function Navigation({ isClassroom }: { isClassroom: boolean }) {
  const { actor } = useActor();
  const [location] = useLocation();
  const usable = capabilities.filter(
    ({ path, roles }) => holdsRole(actor, roles) && (!isClassroom || classroomPaths.includes(path)),
  );
  return usable.map(({ path, label, icon: Picture }) => (
    <NavLink
      key={path}
      component={Link}
      href={path}
      label={label}
      active={path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)}
      leftSection={<Picture size={18} stroke={1.6} aria-hidden />}
    />
  ));
}

/** The frame around every page: capabilities on the left, search and desk on top. */
export function Desk() {
  const base = useBase();
  useDailyBackup();
  const [location] = useLocation();
  const { actor } = useActor();
  const kiosk = useKioskRun();
  const isAllowed = capabilities.every(
    ({ path, roles }) =>
      path === '/' || !(location === path || location.startsWith(`${path}/`)) || holdsRole(actor, roles),
  );
  if (base === undefined) {
    return (
      <Center h="100vh">
        <Loader aria-label="正在读取" />
      </Center>
    );
  }
  if (base === null) return <SetUpPage classroom={<ReceiveClass />} />;
  if (kiosk.runId !== null) return <Kiosk runId={kiosk.runId} onLeave={kiosk.leave} />;
  return (
    <KioskProvider value={kiosk}>
      <AppShell header={{ height: 52 }} navbar={{ width: 168, breakpoint: 0 }}>
        <AppShell.Header>
          <DeskHeader baseName={base.profile.name} />
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label="功能">
          <AppShell.Section grow component={ScrollArea}>
            <Navigation isClassroom={base.isClassroom ?? false} />
          </AppShell.Section>
          <AppShell.Section p="xs">
            <Text size="xs" c="dimmed">
              Ctrl+K 搜索一切
            </Text>
          </AppShell.Section>
        </AppShell.Navbar>
        <AppShell.Main h="100dvh" style={{ display: 'flex', flexDirection: 'column' }}>
          <SaveFailure />
          <ErrorBoundary location={location}>
            {isAllowed ? (
              <Routes isClassroom={base.isClassroom ?? false} />
            ) : (
              <EmptyState
                icon={IconLock}
                title="您的身份不能打开这一页"
                hint="请从左边选择要做的事，或请管理员在“账号”里调整身份。"
              />
            )}
          </ErrorBoundary>
        </AppShell.Main>
      </AppShell>
    </KioskProvider>
  );
}
