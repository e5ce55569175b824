export { openOutOfPlan, planCommands } from './commands.ts';
export { PlanPage } from './plan-page.tsx';
export { planOf, readYearPlan } from './plan-progress.ts';
