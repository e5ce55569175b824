import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { type PlanLine, planLineDetails, planYear } from '../../../shared/domain/teaching/plan.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import {
  reason,
  refuseOpenRuns,
  refuseSilentChange,
  trackedChanges,
} from '../guards/refuse-unfounded-lines.ts';
import { taskFor, undertaking } from './improvement-commands.ts';

const proposal = z.object({ line: planLineDetails, tasks: z.array(undertaking).max(200) });
export type Proposal = z.output<typeof proposal>;

/**
 * Draws up lines out of what the year before was evaluated as, with a task for each thing that was valued
 * low (第24条); all of them or none.
 * @throws Refusal planFinished, planReasonMissing, runNotClosed
 */
export const proposePlanLines = defineCommand({
  name: 'proposePlanLines',
  label: '据评估拟定计划',
  event: 'planLinesProposed',
  roles: administratorOnly,
  input: z.object({ year: planYear, proposals: z.array(proposal).min(1, '没有选中要拟入的项目'), reason }),
  async perform({ year, proposals, reason: why }, context) {
    const plan = await refuseSilentChange(year, why, context);
    for (const { line, tasks } of proposals) {
      if (line.year !== year) throw refusal('badInput', { where: line.title, why: `不是 ${year} 年的项目` });
      await refuseOpenRuns(line, context);
      const changes = trackedChanges(null, plan, why, context);
      const added: PlanLine = { ...line, id: context.newId(), changes, dropped: null };
      await context.write.put('planLines', added);
      for (const task of tasks) {
        await context.write.put(
          'improvementTasks',
          await taskFor({ ...task, planLineId: added.id }, context),
        );
      }
    }
    return proposals.length;
  },
});
