export { changeBaseProfile, changeSettings, setUpBase } from './base-commands.ts';
