import { expect, test } from 'vitest';
import { type Role, roles } from '../../shared/domain/base/actor.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { commands } from './commands.ts';

const everyRole = Object.keys(roles) as Role[];

test('commands have names of their own, and each somebody who may do it', () => {
  const names = commands.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names.length).toBeGreaterThan(100);
  expect(commands.filter((command) => command.roles.length === 0)).toEqual([]);
});

test.each(commands.map((command) => [command.name, command] as const))(
  '%s is refused to whom it does not name, and to nobody else',
  async (_, command) => {
    const desk = await openDesk();
    for (const role of everyRole) {
      desk.actor = { name: '某人', roles: [role] };
      const outcome = await desk.execute(command, undefined as never).then(
        () => 'done',
        (thrown: { code: string }) => thrown.code,
      );
      // An allowed role gets past the check of roles, to its input that says nothing.
      expect(outcome === 'notAllowed', role).toBe(!command.roles.includes(role));
    }
    expect(await desk.database.rows.journal.count()).toBe(0);
  },
);

test('several roles add up', async () => {
  const desk = await openDesk();
  desk.actor = { name: '周', roles: ['teacher', 'frontDesk'] };
  const outcomes = await Promise.all(
    ['markAttendance', 'issueCertificates', 'voidCertificate'].map((name) => {
      const command = commands.find((one) => one.name === name)!;
      return desk.execute(command, undefined as never).catch((thrown: { code: string }) => thrown.code);
    }),
  );
  expect(outcomes).toEqual(['badInput', 'badInput', 'notAllowed']);
});
