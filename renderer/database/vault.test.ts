import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnerNamed, openDesk, residentId } from '../../tests/support/desk.ts';
import { addLearner, editLearner } from '../records/learners/learner-commands.ts';
import { findLearners } from '../records/learners/queries.ts';
import { openLearner } from '../records/sealing/learner-rows.ts';
import { tablesThatChanged } from './content-proof.ts';
import { Vault } from './vault.ts';

const vault = new Vault(new Uint8Array(32).fill(7));

test('whatever is sealed opens again in its place, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string(),
      fc.string(),
      (text, place, other) => {
        const sealed = vault.seal(place, text);
        expect(vault.open(place, sealed)).toBe(text);
        if (other !== place) expect(() => vault.open(other, sealed)).toThrow('打不开');
        expect(() => new Vault(new Uint8Array(32)).open(place, sealed)).toThrow('打不开');
      },
    ),
  );
});

test('sealing the same twice gives two texts; the index is the same, and another key gives another', () => {
  expect(vault.seal('a', '150102199001011230').sealed).not.toBe(vault.seal('a', '150102199001011230').sealed);
  expect(vault.indexOf('x')).toBe(vault.indexOf('x'));
  expect(vault.indexOf('x')).not.toBe(new Vault(new Uint8Array(32)).indexOf('x'));
});

test('a sealed text with any byte changed does not open', () => {
  const { sealed, lastFour } = vault.seal('learners/1/phone', '13800000000');
  const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = bytes.with(index, bytes[index]! ^ 1);
    const text = btoa(String.fromCharCode(...changed));
    expect(() => vault.open('learners/1/phone', { sealed: text, lastFour })).toThrow('打不开');
  }
});

test('neither row nor journal holds a number or phone in clear; whole numbers find the person', async () => {
  const desk = await openDesk();
  const phone = '13812345678';
  const learner = await desk.execute(addLearner, { ...learnerNamed('张三', 1), phone });
  const kept = JSON.stringify([
    await desk.database.rows.learners.toArray(),
    await desk.database.rows.journal.toArray(),
  ]);
  for (const secret of [residentId(1), phone, residentId(1).slice(6, 14)]) expect(kept).not.toContain(secret);
  for (const query of [residentId(1), phone, phone.slice(-4), residentId(1).slice(-4)]) {
    expect(
      (await findLearners(desk.database, query)).map(({ id }) => id),
      query,
    ).toEqual([learner.id]);
  }
  expect(openLearner(desk.database.vault, learner)).toMatchObject({
    phone,
    document: { number: residentId(1) },
  });
});

test('what an edit leaves as it was stays sealed as it was: the journal shows only the change', async () => {
  const desk = await openDesk();
  const stated = { ...learnerNamed('张三', 1), phone: '13812345678' };
  const { id } = await desk.execute(addLearner, stated);
  await desk.execute(editLearner, { ...stated, id, title: '高级工程师' });
  const entry = await desk.database.rows.journal.get(2);
  expect(entry?.changes).toEqual([
    { table: 'learners', key: id, edits: [{ path: ['title'], before: '工程师', after: '高级工程师' }] },
  ]);
});

test('before anybody has signed in personal data is neither read nor written', async () => {
  const desk = await openDesk();
  const row = await desk.execute(addLearner, learnerNamed('张三', 1));
  desk.database.unlock(null);
  expect(() => openLearner(desk.database.vault, row)).toThrow('请先登录');
  await expect(desk.execute(addLearner, learnerNamed('李四', 2))).rejects.toThrow('请先登录');
});

test('a row changed behind the back of the app is named by its table', async () => {
  const desk = await openDesk();
  const { id } = await desk.execute(addLearner, learnerNamed('张三', 1));
  expect(await tablesThatChanged(desk.database)).toEqual([]);
  await desk.database.write(async () => {
    await desk.database.rowsOf('learners').update(id, { name: '张叁' });
  });
  expect(await tablesThatChanged(desk.database)).toEqual(['learners']);
});
