export { recordDuty, removeDutyRecord } from './duty-commands.ts';
