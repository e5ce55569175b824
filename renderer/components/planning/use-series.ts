import { useMemo, useState } from 'react';
import { dayWithoutClass } from '../../../shared/domain/base/public-holiday.ts';
import { readBase } from '../../records/base/queries.ts';
import { type Repeat, seriesFrom } from '../../records/classes/session-plan.ts';
import { useQuery } from '../use-query.ts';

/** How often the session of a form is held, and the days that comes to in this base's year. */
export function useSeries(firstDate: string, count: number) {
  const base = useQuery(readBase);
  const [repeat, setRepeat] = useState<Repeat>({ count, rhythm: 'weekly', skipsHolidays: true });
  const arrangements = base?.settings.dayArrangements;
  const series = useMemo(
    () => seriesFrom(firstDate, repeat, (date) => dayWithoutClass(date, arrangements ?? [])),
    [firstDate, repeat, arrangements],
  );
  return { repeat, setRepeat, series };
}
