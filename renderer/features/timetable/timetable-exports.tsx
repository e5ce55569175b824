import { Button } from '@mantine/core';
import { IconCalendarDown, IconFileTypePdf } from '@tabler/icons-react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import { writeCalendar } from '../../../shared/exchange/calendar/icalendar.ts';
import { timetablePaper } from '../../../shared/papers/teaching/timetable.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { attempt } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';

/** A class's timetable on paper, and as a calendar for phones. */
export function TimetableExports({ of, sessions }: { of: TrainingClass; sessions: readonly Session[] }) {
  const { host } = useHost();
  const base = useQuery(readBase);
  const today = useToday();
  const printed = usePrintedDocument();
  const name = `${of.title} 课程表`;
  const print = () =>
    attempt(() => printed.show([timetablePaper(base?.profile.name ?? '', of, sessions, today)]));
  const save = () =>
    attempt(async () => {
      const text = writeCalendar({ title: of.title, sessions }, new Date().toISOString());
      download(await host.texts.write({ name, ending: 'ics', text }));
    });
  return (
    <>
      <Button
        variant="default"
        disabled={sessions.length === 0}
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={print}
      >
        打印课程表
      </Button>
      <Button
        variant="default"
        disabled={sessions.length === 0}
        leftSection={<IconCalendarDown size={16} aria-hidden />}
        onClick={save}
      >
        导出日历（.ics）
      </Button>
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
}
