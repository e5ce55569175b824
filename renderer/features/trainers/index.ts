import { appointmentCommands } from './appointment-commands.ts';
import { rosterCommands } from './commands.ts';
import { scoreCommands } from './score-commands.ts';

export { appointTrainer } from './appointment-commands.ts';
export { addTrainer } from './commands.ts';
export { rosterOf } from './queries.ts';
export { rosterRows } from './roster-sheet.ts';
export { recordTrainerScore } from './score-commands.ts';
export { TrainerField } from './trainer-field.tsx';
export { TrainersPage } from './trainers-page.tsx';

export const trainerCommands = [...rosterCommands, ...appointmentCommands, ...scoreCommands];
