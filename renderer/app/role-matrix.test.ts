import { expect, test } from 'vitest';
import { type Role, roles } from '../../shared/domain/base/actor.ts';
import { type Act, may, roleMatrix } from '../../shared/domain/base/role-matrix.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { commands } from './commands.ts';

const everyRole = Object.keys(roles) as Role[];
const actsOfNoCommand: Act[] = ['makeBackup', 'restoreBackup', 'readHistory', 'overrideCreditCode'];

test('the matrix has a line for every command, and none for what is not there', () => {
  const listed = [...commands.map(({ name }) => name), ...actsOfNoCommand].sort();
  expect(Object.keys(roleMatrix).sort()).toEqual(listed);
});

test.each(commands.map((command) => [command.name, command] as const))(
  '%s is refused to whom the matrix does not list, and to nobody else',
  async (name, command) => {
    const desk = await openDesk();
    for (const role of everyRole) {
      desk.actor = { name: '某人', roles: [role] };
      const outcome = await desk.execute(command, undefined as never).then(
        () => 'done',
        (thrown: { code: string }) => thrown.code,
      );
      // An allowed role gets past the matrix, to its input that says nothing.
      const isAllowed = (roleMatrix[name as Act] as readonly Role[]).includes(role);
      expect(outcome === 'notAllowed', role).toBe(!isAllowed);
    }
    expect(await desk.database.rows.journal.count()).toBe(0);
  },
);

test('several roles add up; what is not listed nobody may do', () => {
  const both = { name: '周', roles: ['teacher', 'frontDesk'] as Role[] };
  expect([may(both, 'markAttendance'), may(both, 'issueCertificates'), may(both, 'voidCertificate')]).toEqual(
    [true, true, false],
  );
  expect(may({ name: '管', roles: everyRole }, 'dropEverything')).toBe(false);
});
