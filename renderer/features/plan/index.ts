export { openOutOfPlan, planCommands } from './commands.ts';
export { PlanPage } from './plan-page.tsx';
export { planOf } from './plan-progress.ts';
