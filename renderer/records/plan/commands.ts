export { finishImprovement, planImprovement, removeImprovement } from './improvement-commands.ts';
export {
  addPlanLine,
  advancePlan,
  dropPlanLine,
  editPlanLine,
  importPlanLines,
  removePlanLine,
  returnPlan,
} from './plan-commands.ts';
export { proposePlanLines } from './propose-command.ts';
