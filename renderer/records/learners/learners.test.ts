import { expect, test } from 'vitest';
import { learnerNamed, openDesk, refused, residentId } from '../../../tests/support/desk.ts';
import { entryOf, tablesThatChanged } from '../../database/content-proof.ts';
import { replay } from '../../database/replay.ts';
import { pinyinInitials } from '../sealing/search-terms.ts';
import { importLearners } from './import-command.ts';
import { addLearner, editLearner, removeLearner } from './learner-commands.ts';
import { mergeLearners } from './merge-command.ts';
import { findLearners, findLearnersByLines } from './queries.ts';

test('a person is one record: a document is taken once', async () => {
  const desk = await openDesk();
  await desk.execute(addLearner, learnerNamed('张三', 1));
  expect(await refused(desk.execute(addLearner, learnerNamed('张叁', 1)))).toMatchObject({
    code: 'learnerExists',
    message: `这个证件号码已经登记给 张三（尾号 ${residentId(1).slice(-4)}）。同一个人只建一条记录。`,
  });
  expect(await desk.database.rows.counters.get('learner')).toEqual({ id: 'learner', value: 1 });
});

test.each([
  ['a wrong check digit', { number: '150102199001011231' }, 'documentInvalid'],
  ['a sex the document denies', { number: '150203198512310045' }, 'sexDiffersFromDocument'],
])('%s is refused by the command', async (_, document, code) => {
  const desk = await openDesk();
  const learner = { ...learnerNamed('张三', 1), document: { kind: 'residentId' as const, ...document } };
  expect((await refused(desk.execute(addLearner, learner))).code).toBe(code);
});

test('people are found by name, inner name, initials, last four, number, document and employer', async () => {
  const desk = await openDesk();
  const learner = await desk.execute(addLearner, learnerNamed('额尔敦·朝鲁', 1));
  await desk.execute(addLearner, { ...learnerNamed('单丽娟', 2), employerName: '包头市中心医院' });
  for (const query of [
    '额尔敦',
    '朝鲁',
    'eedcl',
    'EED',
    residentId(1).slice(-4),
    '10000001',
    residentId(1),
    '第一中学',
  ]) {
    expect(
      (await findLearners(desk.database, query)).map(({ id }) => id),
      query,
    ).toEqual([learner.id]);
  }
  expect(pinyinInitials('单丽娟')).toBe('slj');
  expect(await findLearners(desk.database, '')).toHaveLength(2);
});

test('pasted lines find one, several of a name, or nobody', async () => {
  const desk = await openDesk();
  await desk.execute(addLearner, learnerNamed('张伟', 1));
  await desk.execute(addLearner, learnerNamed('张伟', 2));
  await desk.execute(addLearner, learnerNamed('李娜', 3));
  const matches = await findLearnersByLines(desk.database, `张　伟\n李娜、王五\n${residentId(3)}`);
  expect(matches.map(({ line, learners }) => [line, learners.length])).toEqual([
    ['张伟', 2],
    ['李娜', 1],
    ['王五', 0],
    [residentId(3), 1],
  ]);
});

test('an import takes all rows or none', async () => {
  const desk = await openDesk();
  const known = await desk.execute(addLearner, learnerNamed('张三', 1));
  const row = (index: number, learnerId: string | null, name: string) => ({
    row: index + 4,
    learnerId,
    person: { ...learnerNamed(name, index), titleLevel: null, phone: '' },
  });
  // Row 5 was new in the preview; someone has added that person since.
  const stale = { rows: [row(0, null, '甲'), row(1, null, '张三')] };
  expect(await refused(desk.execute(importLearners, stale))).toMatchObject({
    code: 'rosterChanged',
    message: expect.stringContaining('第5行 张三'),
  });
  expect(await desk.database.rows.learners.count()).toBe(1);

  await desk.execute(importLearners, { rows: [row(0, null, '甲'), row(1, known.id, '张三丰')] });
  const updated = await desk.database.rows.learners.get(known.id);
  expect(updated).toMatchObject({
    name: '张三丰',
    number: known.number,
    titleLevel: 'intermediate',
    title: '工程师',
  });
  expect(await desk.database.rows.learners.count()).toBe(2);
});

test('what a roster can not state stays: the name in Mongolian and the photo', async () => {
  const desk = await openDesk();
  const photo = { hash: 'a'.repeat(64), bytes: 10, type: 'image/jpeg' as const };
  const stated = { ...learnerNamed('张三', 1), mongolianName: 'ᠪᠠᠲᠤ', photo };
  const known = await desk.execute(addLearner, stated);
  const person = { ...learnerNamed('张三', 1), titleLevel: null, department: '一部' };
  await desk.execute(importLearners, { rows: [{ row: 2, learnerId: known.id, person }] });
  expect(await desk.database.rows.learners.get(known.id)).toEqual({ ...known, department: '一部' });
});

test('two rows of one import that name one person by two documents replay to the same record', async () => {
  const desk = await openDesk();
  const passport = { kind: 'passport' as const, number: 'E44444444' };
  const kept = await desk.execute(addLearner, learnerNamed('张三', 1));
  const other = await desk.execute(addLearner, { ...learnerNamed('张三', 2), document: passport });
  await desk.execute(mergeLearners, { keepId: kept.id, duplicateId: other.id });
  const person = { ...learnerNamed('张三', 1), titleLevel: null };
  const rows = [
    { row: 2, learnerId: kept.id, person: { ...person, department: '一部' } },
    { row: 3, learnerId: kept.id, person: { ...person, document: passport, title: '研究员' } },
  ];
  await desk.execute(importLearners, { rows });
  expect(await tablesThatChanged(desk.database)).toEqual([]);
  const copy = await openDesk();
  await replay(copy.database, (await desk.database.rows.journal.toArray()).map(entryOf));
  expect(await copy.database.rows.learners.toArray()).toEqual(await desk.database.rows.learners.toArray());
});

test('a renewed passport keeps the old one as a former document, still taken', async () => {
  const desk = await openDesk();
  const passport = (number: string) => ({
    ...learnerNamed('John Smith', 1),
    document: { kind: 'passport' as const, number },
  });
  const learner = await desk.execute(addLearner, passport('E11111111'));
  await desk.execute(editLearner, { ...passport('E22222222'), id: learner.id });
  expect((await refused(desk.execute(addLearner, passport('E11111111')))).code).toBe('learnerExists');
});

test('a merge keeps one record with both documents', async () => {
  const desk = await openDesk();
  const keep = await desk.execute(addLearner, learnerNamed('张三', 1));
  const passport = {
    ...learnerNamed('张三', 2),
    document: { kind: 'passport' as const, number: 'E33333333' },
  };
  const duplicate = await desk.execute(addLearner, passport);
  await desk.execute(mergeLearners, { keepId: keep.id, duplicateId: duplicate.id });
  expect(await desk.database.rows.learners.toArray()).toMatchObject([
    { id: keep.id, formerDocuments: [{ kind: 'passport', lastFour: '3333' }] },
  ]);
  expect((await findLearners(desk.database, 'E33333333')).map(({ id }) => id)).toEqual([keep.id]);
});

test('a learner without classes can be removed', async () => {
  const desk = await openDesk();
  const { id } = await desk.execute(addLearner, learnerNamed('张三', 1));
  await desk.execute(removeLearner, { id });
  expect(await desk.database.rows.learners.count()).toBe(0);
});
