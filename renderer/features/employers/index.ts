export { ensureEmployers } from './ensure-employers.ts';
export { employerNames, useEmployerName, useEmployerNames } from './queries.ts';
