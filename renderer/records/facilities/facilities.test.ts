import { expect, test } from 'vitest';
import type { FacilityDetails } from '../../../shared/domain/base/facility.ts';
import { openDesk, refused } from '../../../tests/support/desk.ts';
import { addFacility, editFacility, removeFacility } from './commands.ts';
import { allFacilities, facilitiesOfKind } from './queries.ts';

const common = { note: '', endedOn: null, proof: null };

function roomOf(name: string, capacity = 60): FacilityDetails {
  return { ...common, kind: 'room', name, premises: '教学楼', capacity };
}

const textbook = {
  ...common,
  kind: 'textbook',
  name: '测绘新技术读本',
  edition: '第三版',
  author: '',
  publisher: '',
  isbn: '978-7-5676-3129-8',
  recommendedBy: '',
} as const;

test('what the base has stands by kind and name; of one kind, by name', async () => {
  const desk = await openDesk();
  for (const details of [roomOf('二教室'), textbook, roomOf('报告厅', 200)]) {
    await desk.execute(addFacility, details);
  }
  expect((await allFacilities(desk.database)).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'room 报告厅',
    'room 二教室',
    'textbook 测绘新技术读本',
  ]);
  const rooms = await facilitiesOfKind(desk.database, 'room');
  expect(rooms.map(({ name, capacity }) => [name, capacity])).toEqual([
    ['报告厅', 200],
    ['二教室', 60],
  ]);
});

test('an ISBN is kept as digits, and one that does not add up is refused', async () => {
  const desk = await openDesk();
  await desk.execute(addFacility, textbook);
  const [kept] = await facilitiesOfKind(desk.database, 'textbook');
  expect(kept?.isbn).toBe('9787567631298');
  const wrong = desk.execute(addFacility, { ...textbook, isbn: '978-7-5676-3129-4' });
  expect((await refused(wrong)).message).toContain('ISBN 校验不符');
});

test('a room that seats nobody is none', async () => {
  const desk = await openDesk();
  expect((await refused(desk.execute(addFacility, roomOf('杂物间', 0)))).message).toContain(
    '容纳人数至少为 1',
  );
});

test('it is changed and ended where it stands, and may become of another kind', async () => {
  const desk = await openDesk();
  const id = await desk.execute(addFacility, roomOf('二教室'));
  const details = { ...roomOf('二教室', 80), endedOn: '2026-11-20' };
  await desk.execute(editFacility, { id, details });
  expect(await allFacilities(desk.database)).toEqual([{ ...details, id }]);
});

test('one that was removed is gone, and can’t be removed twice', async () => {
  const desk = await openDesk();
  const id = await desk.execute(addFacility, roomOf('二教室'));
  await desk.execute(removeFacility, { id });
  expect(await allFacilities(desk.database)).toEqual([]);
  expect((await refused(desk.execute(removeFacility, { id }))).code).toBe('notFound');
  const again = desk.execute(editFacility, { id, details: roomOf('二教室') });
  expect((await refused(again)).message).toContain('二教室');
});
