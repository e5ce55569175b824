import { expect, test } from 'vitest';
import { type Desk, learnerNamed, openDesk, refused } from '../../../tests/support/desk.ts';
import { addLearner, editLearner } from '../learners/learner-commands.ts';
import { openContactPhone } from '../sealing/contact-phone.ts';
import { editEmployer, mergeEmployers, removeEmployer } from './employer-commands.ts';
import { employersWithPeople } from './queries.ts';

async function twoEmployers(desk: Desk) {
  await desk.execute(addLearner, { ...learnerNamed('张三', 1), employerName: '包头市中心医院' });
  await desk.execute(addLearner, { ...learnerNamed('李四', 2), employerName: '包头中心医院' });
  await desk.execute(addLearner, { ...learnerNamed('王五', 3), employerName: '包头中心医院' });
  const listed = await employersWithPeople(desk.database);
  const [right, wrong] = ['包头市中心医院', '包头中心医院'].map(
    (name) => listed.find((one) => one.name === name)!,
  );
  return { right: right!, wrong: wrong! };
}

const details = {
  name: '包头市中心医院',
  creditCode: '12150102460123458c',
  regionCode: '1502' as const,
  kind: 'institution' as const,
  ownership: 'public' as const,
  contact: '刘科长',
  contactPhone: '0472-5955114',
};

test('an employer is completed; its code is checked and its phone sealed', async () => {
  const desk = await openDesk();
  const { right } = await twoEmployers(desk);
  const saved = await desk.execute(editEmployer, { ...details, id: right.id });
  expect(saved).toMatchObject({ creditCode: '12150102460123458C', regionCode: '1502', kind: 'institution' });
  expect(openContactPhone(desk.database.vault, saved)).toBe('0472-5955114');
  expect(JSON.stringify(await desk.database.rows.journal.toArray())).not.toContain('5955114');
  expect(await desk.execute(editEmployer, { ...details, id: right.id })).toEqual(saved);
  for (const creditCode of ['12150102460123458D', '12150102460213458C', '1215010246O123458C']) {
    expect(
      (await refused(desk.execute(editEmployer, { ...details, creditCode, id: right.id }))).message,
    ).toContain('统一社会信用代码不正确');
  }
});

test('a code that fails its check is taken from an administrator who says why, and from nobody else', async () => {
  const desk = await openDesk();
  const { right } = await twoEmployers(desk);
  const early = {
    ...details,
    id: right.id,
    creditCode: '12150102460123458D',
    creditCodeReason: '2015 年首批换发',
  };
  desk.actor = { name: '前台', roles: ['frontDesk'] };
  expect((await refused(desk.execute(editEmployer, early))).code).toBe('creditCodeDoubtful');
  desk.actor = { name: '周老师', roles: ['administrator'] };
  expect(await desk.execute(editEmployer, early)).toMatchObject({ creditCodeReason: '2015 年首批换发' });
  const mended = await desk.execute(editEmployer, { ...details, id: right.id });
  expect(mended.creditCodeReason).toBe('');
});

test('a name another employer has is refused; merging makes the two one with everybody', async () => {
  const desk = await openDesk();
  const { right, wrong } = await twoEmployers(desk);
  expect((await refused(desk.execute(editEmployer, { ...details, id: wrong.id }))).message).toContain(
    '合并重复单位',
  );
  expect((await refused(desk.execute(removeEmployer, { id: wrong.id }))).message).toContain('还有 2 名学员');
  expect(await desk.execute(mergeEmployers, { keepId: right.id, duplicateId: wrong.id })).toBe(2);
  expect(await employersWithPeople(desk.database)).toMatchObject([{ id: right.id, people: 3 }]);
  expect(
    (await refused(desk.execute(mergeEmployers, { keepId: right.id, duplicateId: right.id }))).code,
  ).toBe('mergeWithSelf');
});

test('an employer nobody works at any more can be removed', async () => {
  const desk = await openDesk();
  const { wrong } = await twoEmployers(desk);
  for (const name of ['李四', '王五']) {
    const learner = await desk.database.rows.learners.filter((row) => row.name === name).first();
    const serial = name === '李四' ? 2 : 3;
    const stated = { ...learnerNamed(name, serial), employerName: '包头市中心医院' };
    await desk.execute(editLearner, { ...stated, id: learner!.id });
  }
  await desk.execute(removeEmployer, { id: wrong.id });
  expect(await employersWithPeople(desk.database)).toMatchObject([{ name: '包头市中心医院', people: 3 }]);
});
