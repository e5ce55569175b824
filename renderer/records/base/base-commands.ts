import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { baseProfile, baseSettings, defaultSettings } from '../../../shared/domain/base/base.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGetBase } from '../lookups.ts';
import { numberedPapers } from '../numbering/numbered-papers.ts';
import { writeNewBase } from './new-base.ts';

export const setUpBase = defineCommand({
  name: 'setUpBase',
  label: '建立基地信息',
  event: 'baseSetUp',
  roles: administratorOnly,
  input: baseProfile,
  async perform(profile, context) {
    if (await context.database.rows.base.get('base')) throw refusal('baseAlreadySetUp');
    await writeNewBase({ profile, settings: defaultSettings, isClassroom: false }, context);
  },
});

export const changeBaseProfile = defineCommand({
  name: 'changeBaseProfile',
  label: '修改基地信息',
  event: 'baseProfileChanged',
  roles: administratorOnly,
  input: baseProfile,
  // Nothing stands on it that the places themselves do not show.
  refuseUndo: async () => undefined,
  async perform(profile, { database, write }) {
    await write.put('base', { ...(await mustGetBase(database)), profile });
  },
});

/** New classes take the settings; classes and certificates that exist keep what they have. */
export const changeSettings = defineCommand({
  name: 'changeSettings',
  label: '修改设置',
  event: 'settingsChanged',
  roles: administratorOnly,
  input: baseSettings,
  // Nothing stands on it that the places themselves do not show.
  refuseUndo: async () => undefined,
  async perform(settings, { database, write }) {
    const patterns = Object.values(numberedPapers).map(({ pattern }) => settings[pattern]);
    if (new Set(patterns).size < patterns.length) throw refusal('patternsAlike');
    await write.put('base', { ...(await mustGetBase(database)), settings });
  },
});
