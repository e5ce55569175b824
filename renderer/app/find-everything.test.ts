import { expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/base/actor.ts';
import { addLearners, openClassWith, openDesk, sessionOn } from '../../tests/support/desk.ts';
import { capabilities } from './capabilities.ts';
import { commands } from './commands.ts';
import { findCommands, findEverything, findPages } from './find-everything.ts';

const administrator: Actor = { name: '管', roles: ['administrator'] };
const teacher: Actor = { name: '周', roles: ['teacher'] };

test('what is found are people, then classes, each with its own page', async () => {
  const desk = await openDesk();
  await openClassWith(desk, [sessionOn('2026-11-20')], { number: '学员班-01' });
  await addLearners(desk, 2);
  const hits = await findEverything(desk.database, capabilities, administrator, ' 学员 ');
  expect(hits.map(({ name }) => name)).toEqual(['学员1', '学员2', '知识更新培训班 学员班-01']);
  expect(hits.map(({ to }) => to.split('/')[1]?.split('?')[0])).toEqual(['learners', 'learners', 'classes']);
});

test('nobody is shown what their pages do not show', async () => {
  const desk = await openDesk();
  await openClassWith(desk, [sessionOn('2026-11-20')], { number: '学员班-01' });
  await addLearners(desk, 2);
  const hits = await findEverything(desk.database, capabilities, teacher, '学员');
  expect(hits.map(({ name }) => name)).toEqual(['知识更新培训班 学员班-01']);
  expect(findPages(capabilities, teacher, '收费')).toEqual([]);
  expect(findPages(capabilities, administrator, '收费').map(({ path }) => path)).toEqual([
    '/fees',
    '/disclosure',
  ]);
});

test('an act is offered where the palette can ask all it needs, to whom it is for', () => {
  const offered = (actor: Actor, query: string) =>
    findCommands(commands, actor, query).map(({ name }) => name);
  expect(offered(administrator, '课程')).toEqual(['addCourse']);
  expect(offered(teacher, '课程')).toEqual([]);
  expect(offered(administrator, '')).toEqual([]);
});

test('a question is asked of every field that the command takes', () => {
  const asking = commands.filter(({ asks }) => asks !== undefined);
  expect(asking.length).toBeGreaterThan(0);
  for (const { name, asks, input } of asking) {
    expect(Object.keys(asks ?? {}).sort(), name).toEqual(Object.keys(input.shape).sort());
  }
});
