import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/domain/base/base.ts';
import { openClassWith, openDesk, refused, setUp } from '../../../tests/support/desk.ts';
import { changeBaseProfile, changeSettings, setUpBase } from './commands.ts';
import { readBase } from './queries.ts';

async function deskOfBase() {
  const desk = await openDesk();
  await setUp(desk);
  const base = await readBase(desk.database);
  if (!base) throw new Error('no base was set up');
  return { desk, base };
}

test('there is no base before somebody sets it up, and then it has the usual settings', async () => {
  const desk = await openDesk();
  expect(await readBase(desk.database)).toBeNull();
  await setUp(desk);
  expect(await readBase(desk.database)).toMatchObject({
    profile: { name: '示例市继续教育基地', code: 'SL01' },
    settings: defaultSettings,
  });
});

test('it is set up once; a code of another form is refused', async () => {
  const { desk, base } = await deskOfBase();
  expect((await refused(desk.execute(setUpBase, base.profile))).code).toBe('baseAlreadySetUp');
  const act = desk.execute(changeBaseProfile, { ...base.profile, code: '示例' });
  expect((await refused(act)).code).toBe('badInput');
});

test('a change of the profile leaves the settings as they are, and the other way round', async () => {
  const { desk, base } = await deskOfBase();
  await desk.execute(changeSettings, { ...base.settings, lockAfterMinutes: 5 });
  await desk.execute(changeBaseProfile, { ...base.profile, address: '学府路2号' });
  expect(await readBase(desk.database)).toMatchObject({
    profile: { ...base.profile, address: '学府路2号' },
    settings: { ...base.settings, lockAfterMinutes: 5 },
  });
});

test('two papers are never numbered alike', async () => {
  const { desk, base } = await deskOfBase();
  const { certificateNumberPattern } = base.settings;
  const act = desk.execute(changeSettings, {
    ...base.settings,
    receiptNumberPattern: certificateNumberPattern,
  });
  expect((await refused(act)).code).toBe('patternsAlike');
  expect((await readBase(desk.database))?.settings).toEqual(base.settings);
});

test('a class keeps the rules of counting it was opened with', async () => {
  const { desk, base } = await deskOfBase();
  const before = await openClassWith(desk, []);
  const lateness = base.settings.lateness === 'missed' ? 'attended' : 'missed';
  await desk.execute(changeSettings, { ...base.settings, lateness });
  const after = await openClassWith(desk, [], { number: '2026-02' });
  expect([before.countingRules?.lateness, after.countingRules?.lateness]).toEqual([
    base.settings.lateness,
    lateness,
  ]);
});
