import { addDays } from '../../../shared/domain/base/civil-date.ts';
import type { DueLines } from '../../components/capability.ts';

const aheadDays = 14;

/** Improvements whose day is near or past; opens the plan line of the first. */
export const due: DueLines = {
  place: 5,
  async read({ rows }, today) {
    const tasks = await rows.improvementTasks
      .filter(({ done, dueOn }) => done === null && dueOn <= addDays(today, aheadDays))
      .toArray();
    const [first] = tasks.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
    const line = first && (await rows.planLines.get(first.planLineId));
    return [
      {
        label: '两周内到期的改进任务',
        count: tasks.length,
        to: line ? `/plan?year=${line.year}&open=${line.id}` : '/plan',
      },
    ];
  },
};
