import { Button, Group, Kbd, Text } from '@mantine/core';
import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowLeft, IconChecks, IconClipboardX, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { type AttendanceStatus, attendanceStatuses } from '../../../shared/domain/teaching/attendance.ts';
import { describeSession } from '../../../shared/domain/teaching/session.ts';
import { signInSheetOf } from '../../../shared/papers/teaching/sign-in-sheet.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview, type PreviewedPdf } from '../../components/pdf-preview.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useSaveState } from '../../components/use-save-state.ts';
import { useHost, useHostJob } from '../../host/context.tsx';
import { type Board, readBoard, tally } from '../../records/attendance/board.ts';
import { markAttendance } from '../../records/attendance/mark-commands.ts';
import { readBase } from '../../records/base/queries.ts';
import { AttendanceBoard, isTyping } from './attendance-board.tsx';
import { type Marking, useMarking } from './marking.ts';
import { ScanField } from './scan-field.tsx';
import { AddWalkIn, WalkIns } from './walk-ins.tsx';

function Legend() {
  const keys: [string, string][] = [
    ['A', '其余全到'],
    ['D', '到'],
    ['C', '迟'],
    ['J', '假'],
    ['Q', '缺'],
    ['Delete', '清除'],
    ['Ctrl+Z', '撤销'],
    ['S', '刷卡'],
  ];
  return (
    <Group gap="sm" mt="xs" aria-label="快捷键">
      {keys.map(([key, label]) => (
        <Text key={key} size="xs" component="span">
          <Kbd size="xs">{key}</Kbd> {label}
        </Text>
      ))}
    </Group>
  );
}

/** What is on the disk and what is on its way, and the count by status. */
function Tally({ board, marking }: { board: Board; marking: Marking }) {
  const counts = tally(board.learners);
  const saving = useSaveState();
  return (
    <Group gap="sm" aria-live="polite">
      {(Object.entries(attendanceStatuses) as [AttendanceStatus, string][]).map(([status, label]) => (
        <Text key={status} size="sm" component="span">
          {label} <b>{counts[status]}</b>
        </Text>
      ))}
      <Text size="sm" component="span">
        未点 <b>{counts.unmarked}</b>
      </Text>
      {saving.kind === 'failed' ? (
        <StateBadge tone="bad">未能保存</StateBadge>
      ) : marking.pending > 0 ? (
        <StateBadge tone="waiting">正在保存</StateBadge>
      ) : (
        <StateBadge tone="good">{`已保存 ${board.learners.length - counts.unmarked}`}</StateBadge>
      )}
    </Group>
  );
}

function OpenBoard({ board }: { board: Board }) {
  const { session, of, learners, walkIns } = board;
  const { host } = useHost();
  const base = useQuery(readBase);
  const today = useToday();
  const mayMark = useMay(markAttendance);
  const marking = useMarking(session.id);
  const printing = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  const scan = useRef<HTMLInputElement>(null);
  const future = session.date > today;
  const closed = Boolean(of.closed);
  const disabled = future || closed || !mayMark;

  const markOne = (index: number, status: AttendanceStatus | null) => {
    const found = learners[index];
    return found && !found.notYetJoined ? marking.mark(found.learner.id, status) : Promise.resolve(false);
  };
  const everybody = () =>
    void marking.markRest(
      learners.filter(({ notYetJoined }) => !notYetJoined).map(({ learner }) => learner.id),
    );
  // A card or barcode reader types a burst of digits wherever the focus is: it belongs in the scan field.
  useWindowEvent('keydown', (event) => {
    if (/^\d$/.test(event.key) && !disabled && !isTyping(event.target)) scan.current?.focus();
  });
  useHotkeys([
    ['mod+Z', () => void marking.undo()],
    ['s', () => scan.current?.focus()],
  ]);
  const printSheet = () =>
    attempt(async () => {
      const sheet = signInSheetOf(board, base?.profile.name ?? '');
      const name = `签到表 ${of.number} ${session.date}`;
      const { file } = await printing.run((jobId) =>
        host.attendance.printSignInSheet({ jobId, name, sheet }),
      );
      setPreview({ title: `签到表　${describeSession(session)}`, file });
    });
  return (
    <Page
      title={`点名　${of.title}`}
      subtitle={`${describeSession(session)}–${session.endTime}　${session.topic}　${session.place}　${session.trainerName}`}
      action={
        <>
          <Button
            component={Link}
            href={`/classes/${of.id}`}
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            返回培训班
          </Button>
          <Button
            variant="default"
            loading={printing.job !== null}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={printSheet}
          >
            签到表
          </Button>
          <Button disabled={disabled} leftSection={<IconChecks size={16} aria-hidden />} onClick={everybody}>
            其余全到
          </Button>
        </>
      }
    >
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <ScanField
            learners={learners}
            inputRef={scan}
            disabled={disabled}
            onKnown={(index) => markOne(index, 'present')}
          />
          <AddWalkIn sessionId={session.id} disabled={disabled} />
          <Button
            variant="default"
            disabled={disabled || !marking.canUndo}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void marking.undo()}
          >
            撤销
          </Button>
        </Group>
        <Tally board={board} marking={marking} />
      </Group>
      {future && (
        <Text size="sm" c="red.9" mb="xs">
          还没到上课日期（{session.date}），不能点名。可以先打印签到表。
        </Text>
      )}
      {closed && (
        <Text size="sm" mb="xs">
          已经结班，点名不能直接改动。要改请到培训班的“结班”页更正。
        </Text>
      )}
      {learners.length === 0 ? (
        <EmptyState
          icon={IconClipboardX}
          title="班里还没有学员"
          hint="先到培训班的“学员”里加入学员，再来点名。"
        />
      ) : (
        <AttendanceBoard
          learners={learners}
          onMark={(index, status) => void markOne(index, status)}
          onEverybody={everybody}
          disabled={disabled}
        />
      )}
      <WalkIns sessionId={session.id} walkIns={walkIns} />
      <Legend />
      <PdfPreview pdf={preview} onClose={() => setPreview(null)} />
    </Page>
  );
}

/** The attendance board of one session, made for a teacher who stands. */
export function AttendancePage({ sessionId }: { sessionId: string }) {
  const board = useQuery(readBoard, sessionId);
  if (board === undefined) return null;
  if (board === null)
    return (
      <EmptyState icon={IconClipboardX} title="没有这次课" hint="它可能已被删除，请回到培训班的课程表。" />
    );
  return <OpenBoard key={sessionId} board={board} />;
}
