export { complianceCommands } from './commands.ts';
export { CompliancePage } from './compliance-page.tsx';
export { readFacts } from './facts.ts';
