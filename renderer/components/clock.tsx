import { useEffect, useState } from 'react';
import { civilDateAt } from '../../shared/domain/base/civil-date.ts';

/** Today in Asia/Shanghai; moves on at midnight while the window stays open. */
export function useToday(): string {
  const [today, setToday] = useState(() => civilDateAt(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(civilDateAt(Date.now())), 30_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
