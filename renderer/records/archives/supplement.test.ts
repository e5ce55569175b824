import { describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/desk.ts';
import {
  archiveOf,
  boundOf,
  closedClass,
  filingFacts as facts,
  file,
  scan,
} from '../../../tests/support/filing.ts';
import { lastSequence } from '../../database/journal-head.ts';
import { correctRecords } from '../closing/closing-commands.ts';
import { attachFiles } from './attachment-commands.ts';
import { cancelSupplement, fileSupplement, openSupplement } from './filing-commands.ts';
import { supplementRequest } from './volume-request.ts';
import { supplementChanges, supplementNumber, volumesOf } from './volumes.ts';

describe('a supplement', () => {
  async function supplemented() {
    const closed = await closedClass();
    const { desk, of } = closed;
    await desk.execute(attachFiles, { files: [{ ...scan, place: { classId: of.id, part: 'attendance' } }] });
    await file(desk, of.id);
    await desk.execute(openSupplement, { classId: of.id, reason: '补登签到' });
    return closed;
  }

  test('is not opened for a class that is not filed, nor twice', async () => {
    const { desk, of } = await closedClass();
    const open = () => desk.execute(openSupplement, { classId: of.id, reason: '补登签到' });
    expect((await refused(open())).code).toBe('classNotFiled');
    await file(desk, of.id);
    await open();
    expect((await refused(open())).code).toBe('supplementOpen');
  });

  test('is given up only while nothing was changed', async () => {
    const { desk, of, learnerId, sessions } = await supplemented();
    await desk.execute(cancelSupplement, { classId: of.id });
    expect((await refused(desk.execute(cancelSupplement, { classId: of.id }))).code).toBe(
      'supplementNotOpen',
    );
    await desk.execute(openSupplement, { classId: of.id, reason: '补登签到' });
    const marks = [{ sessionId: sessions[0]!.id, status: 'absent' as const }];
    await desk.execute(correctRecords, { classId: of.id, learnerId, reason: '没有到', marks, result: null });
    const { code, message } = await refused(desk.execute(cancelSupplement, { classId: of.id }));
    expect([code, message.includes('已有 1 次改动')]).toEqual(['supplementHasChanges', true]);
  });

  test('holds what was done, what says something else now and what is new; then the class is locked again', async () => {
    const { desk, of, learnerId, sessions } = await supplemented();
    const marks = [{ sessionId: sessions[0]!.id, status: 'absent' as const }];
    await desk.execute(correctRecords, { classId: of.id, learnerId, reason: '没有到', marks, result: null });
    const photo = { ...scan, hash: 'c'.repeat(64), name: '照片.pdf' };
    await desk.execute(attachFiles, { files: [{ ...photo, place: { classId: of.id, part: 'photos' } }] });

    const stored = (await desk.database.rows.classes.get(of.id))!;
    const changes = await supplementChanges(desk.database, stored);
    expect(changes.map(({ command }) => command)).toEqual(['correctRecords', 'attachFiles']);
    const { state } = await archiveOf(desk, of.id);
    const volumes = await volumesOf(desk.database, of.id);
    const number = supplementNumber(volumes);
    expect(number).toBe('DSL01-2026-0001-补1');
    const listed = changes.map(({ at, actor, command }) => ({
      at,
      by: actor.name,
      label: command,
      what: '',
    }));
    const request = supplementRequest(state, { ...facts, number }, '补登签到', listed, volumes);
    expect(request.parts.map(({ id, items }) => [id, items.length])).toEqual([
      ['supplement', 1],
      ['attendance', 1],
      ['photos', 1],
    ]);

    const asOf = await lastSequence(desk.database);
    const bound = boundOf(request, 'd');
    await desk.execute(fileSupplement, { classId: of.id, number, asOf, bound });
    expect((await volumesOf(desk.database, of.id)).map((one) => [one.kind, one.number])).toEqual([
      ['volume', 'DSL01-2026-0001'],
      ['supplement', 'DSL01-2026-0001-补1'],
    ]);
    const act = desk.execute(correctRecords, {
      classId: of.id,
      learnerId,
      reason: '又改',
      marks: [{ sessionId: sessions[0]!.id, status: 'present' }],
      result: null,
    });
    expect((await refused(act)).code).toBe('classFiled');
  });

  test('without a change there is none', async () => {
    const { desk, of } = await supplemented();
    const { state } = await archiveOf(desk, of.id);
    const number = 'DSL01-2026-0001-补1';
    const request = supplementRequest(state, { ...facts, number }, '补登签到', [], []);
    const asOf = await lastSequence(desk.database);
    const act = desk.execute(fileSupplement, { classId: of.id, number, asOf, bound: boundOf(request) });
    expect((await refused(act)).code).toBe('supplementEmpty');
  });
});
