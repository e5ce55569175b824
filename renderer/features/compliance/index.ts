export { complianceCommands } from './commands.ts';
export { CompliancePage } from './compliance-page.tsx';
export { countClosings, readFacts } from './facts.ts';
