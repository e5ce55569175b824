import { expect, test } from 'vitest';
import { z } from 'zod';
import { defaultSettings } from '../../../shared/domain/base/base.ts';
import { type Desk, noOutbox, openDesk, refused, setUp } from '../../../tests/support/desk.ts';
import { trainerDetailsOf } from '../../../tests/support/trainer.ts';
import { defineCommand } from '../../database/command.ts';
import { createExecute } from '../../database/execute.ts';
import { changeSettings } from '../base/base-commands.ts';
import { guards } from '../guards/guards.ts';
import { appointTrainer } from '../trainers/appointment-commands.ts';
import { addTrainer } from '../trainers/roster-commands.ts';
import { nextNumber, takeNumbers } from './take-numbers.ts';

const today = '2026-11-24';

/** A command that does nothing but take numbers. */
const take = defineCommand({
  name: 'takeNumbers',
  label: '取号',
  event: 'numbersTaken',
  roles: ['administrator'],
  input: z.object({ count: z.number() }),
  perform: ({ count }, context) =>
    takeNumbers(context, { paper: 'appointment', count, issuedOn: context.today }),
});

function takeIn({ database: store, actor, now }: Desk, count: number): Promise<string[]> {
  const execute = createExecute({
    store,
    commands: [take],
    guards,
    outbox: noOutbox,
    currentActor: () => actor,
    missingCharacters: async () => [],
    now: () => now,
  });
  return execute(take, { count });
}

async function baseWith(appointmentNumberPattern: string, desk?: Desk): Promise<Desk> {
  const base = desk ?? (await openDesk());
  if (!desk) await setUp(base);
  await base.execute(changeSettings, { ...defaultSettings, appointmentNumberPattern });
  return base;
}

test('numbers of a series follow one another, and the next is known before it is taken', async () => {
  const desk = await baseWith('聘{年份}-{序号:3}');
  expect(await nextNumber(desk.database, 'appointment', today)).toBe('聘2026-001');
  expect(await takeIn(desk, 2)).toEqual(['聘2026-001', '聘2026-002']);
  expect(await nextNumber(desk.database, 'appointment', today)).toBe('聘2026-003');
  expect(await nextNumber(desk.database, 'appointment', '2027-01-01')).toBe('聘2027-001');
});

test('a series whose digits do not suffice gives none of what is asked', async () => {
  const desk = await baseWith('聘{序号:3}');
  await takeIn(desk, 998);
  expect(await refused(takeIn(desk, 2))).toEqual({
    code: 'serialExhausted',
    message: '编号规则 聘{序号:3} 的序号位数已用完，请在设置里加位数。',
  });
  expect(await takeIn(desk, 1)).toEqual(['聘999']);
});

test('a number that a paper of another pattern has already is refused, by the paper’s name', async () => {
  const desk = await baseWith('聘{序号:4}');
  const trainerId = await desk.execute(addTrainer, trainerDetailsOf('高教授'));
  const letter = { trainerId, position: '兼职教师', subjects: '', from: today, until: '2027-11-23' };
  expect((await desk.execute(appointTrainer, letter)).number).toBe('聘0001');
  await baseWith('聘0{序号:3}', desk);
  expect(await refused(desk.execute(appointTrainer, letter))).toEqual({
    code: 'numberTaken',
    message: '聘书编号 聘0001 已被使用，请检查编号规则。',
  });
});
