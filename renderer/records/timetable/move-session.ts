import { minutesOfDay } from '../../../shared/domain/base/civil-date.ts';
import type { Session, SessionDetails } from '../../../shared/domain/teaching/session.ts';

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const lastMinute = 23 * 60 + 59;

/**
 * The session as it is when it begins at another time; it stays as long as it was, within its day.
 * @param start `YYYY-MM-DD HH:MM:SS`, as a calendar gives it; a day alone keeps the time of day
 */
export function sessionMovedTo(session: Session, start: string): SessionDetails {
  const { id: _id, classId: _classId, ...details } = session;
  const [date = session.date, time] = start.split(' ');
  const from = minutesOfDay(session.startTime);
  const length = minutesOfDay(session.endTime) - from;
  const wanted = time === undefined ? from : minutesOfDay(time.slice(0, 5));
  const begin = Math.min(wanted, lastMinute - length);
  return { ...details, date, startTime: clock(begin), endTime: clock(begin + length) };
}
