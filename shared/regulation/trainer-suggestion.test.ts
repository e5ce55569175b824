import { expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import { namedTrainer } from '../../tests/support/trainer.ts';
import { suggestTrainers } from './trainer-suggestion.ts';

test('who knows the field comes first, then who is free, then who is valued better', () => {
  const session = sessionOf({
    date: '2026-03-07',
    startTime: '09:00',
    endTime: '12:00',
    topic: '北斗定位',
    trainerName: '',
  });
  const roster = [
    namedTrainer('甲', { fields: ['法律'] }),
    namedTrainer('乙', { fields: ['北斗'] }),
    namedTrainer('丙', { fields: ['北斗', '测绘'] }),
    namedTrainer('丁', { fields: ['北斗', '测绘'] }),
    namedTrainer('戊', { fields: ['北斗', '测绘'] }),
    namedTrainer('己', { fields: ['测绘'], leftOn: '2026-01-01' }),
    namedTrainer('庚', { fields: ['测绘'], subjects: ['general'] }),
  ];
  const suggested = suggestTrainers({
    session,
    about: '测绘新技术',
    roster,
    sameDay: [
      sessionOf({ id: 'x', date: '2026-03-07', startTime: '11:00', endTime: '13:00', trainerName: '丙' }),
    ],
    scores: new Map([
      ['丁', 82],
      ['戊', 95],
    ]),
  });
  expect(suggested.map((one) => [one.trainer.name, one.isFree, one.score])).toEqual([
    ['戊', true, 95],
    ['丁', true, 82],
    ['乙', true, null],
    ['丙', false, null],
    ['甲', true, null],
  ]);
});
