export { employerCommands, ensureEmployers } from './commands.ts';
export { employerNames, useEmployerName, useEmployerNames } from './queries.ts';
