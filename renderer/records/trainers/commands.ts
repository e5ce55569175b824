export { appointTrainer, endAppointment } from './appointment-commands.ts';
export { addTrainer, editTrainer, importTrainers, removeTrainer } from './roster-commands.ts';
export { recordTrainerScore, removeTrainerScore } from './score-commands.ts';
