export { employerCommands } from './commands.ts';
export { EmployersPage } from './employers-page.tsx';
export { ensureEmployers } from './ensure-employers.ts';
export { employerNames, useEmployerName, useEmployerNames } from './queries.ts';
