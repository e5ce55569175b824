export { employerCommands, ensureEmployers } from './commands.ts';
export { employerNames, useEmployerNames } from './queries.ts';
