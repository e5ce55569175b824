import { expect, test, vi } from 'vitest';
import type { BackupContent } from '../../../shared/contract/backups.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { handledHost } from '../../../tests/support/handled-host.ts';
import { screen } from '../../../tests/support/screen.tsx';
import { DailyBackup } from './daily-backup.tsx';
import { Restore } from './restore.tsx';

const source = { name: '一份.jidibackup', place: 'dataFolder' } as const;
const actor = { name: '周老师', roles: ['administrator' as const] };

function contentOf(about: Partial<BackupContent>): BackupContent {
  return {
    createdAt: '2026-11-24T04:00:00.000Z',
    baseName: '示例基地',
    sequence: 12,
    lastAt: '2026-11-24T03:00:00.000Z',
    rows: { learners: 24, courses: 2 },
    rowsNow: { learners: 25, courses: 1 },
    takenBack: 3,
    ...about,
  };
}

function restoreOf(about: Partial<BackupContent>) {
  return screen(
    handledHost({ backups: { inspect: async () => contentOf(about) } }),
    <Restore source={source} actor={actor} />,
  );
}

test('before anything is restored the screen says what would change, table by table', async () => {
  const { says, rows } = restoreOf({});
  await says('共 12 次操作');
  expect(rows().slice(0, 2)).toEqual([
    ['学员', '25', '24', '-1'],
    ['课程', '1', '2', '+1'],
  ]);
});

test.each([
  ['of before three operations', { takenBack: 3 }, '备份之后的 3 次操作会撤回'],
  ['of what is there now', { takenBack: 0 }, '恢复不会改变内容'],
  ['of another base', { takenBack: null }, '这份备份来自另一份数据'],
  ['where there is nothing yet', { takenBack: -1 }, '恢复后得到备份里的 12 次操作'],
])('a backup %s says its consequence', async (_, about, words) => {
  await restoreOf(about).says(words);
});

test('one that this desk’s key does not open asks for the recovery code, and says when it is wrong', async () => {
  const inspect = async ({ secret }: { secret: string | null }) => {
    if (secret === null) throw refusal('backupLocked', source);
    if (secret !== 'ABCD') throw refusal('backupSecretWrong', source);
    return contentOf({});
  };
  const { says, button, type } = screen(
    handledHost({ backups: { inspect } }),
    <Restore source={source} actor={actor} />,
  );
  await says('打开备份');
  await type('恢复码或备份口令', 'DCBA');
  await vi.waitUntil(() => !button('打开备份')?.disabled);
  button('打开备份')?.click();
  await says(refusal('backupSecretWrong', source).message);
  await type('恢复码或备份口令', 'ABCD');
  button('打开备份')?.click();
  await says('共 12 次操作');
});

test('the backup of the day is asked for as soon as somebody is at the desk', async () => {
  let asked = 0;
  const makeDue = async () => {
    asked += 1;
    return { made: true };
  };
  screen(handledHost({ backups: { makeDue } }), <DailyBackup />);
  await vi.waitUntil(() => asked > 0);
  expect(asked).toBe(1);
});
