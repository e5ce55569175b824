export { importLearners } from './import-command.ts';
export { addLearner, editLearner, removeLearner } from './learner-commands.ts';
export { mergeLearners } from './merge-command.ts';
