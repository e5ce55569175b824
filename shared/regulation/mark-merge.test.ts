import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttendanceMark, AttendanceStatus } from '../domain/teaching/attendance.ts';
import { claimsOf, mergeSession, noClaims, resolveSlot, slotOf } from './mark-merge.ts';

const session = 'session';
const none = noClaims(session, 'class');
const entryId = (machine: number, sequence: number) =>
  `00000000-0000-7000-8000-${String(machine).padStart(4, '0')}${String(sequence).padStart(8, '0')}`;

function mark(status: AttendanceStatus, minute: number, by = '王老师'): AttendanceMark {
  return { status, at: `2026-03-07T01:${String(minute % 60).padStart(2, '0')}:00.000Z`, by, note: '' };
}

interface Said {
  learner: string;
  status: AttendanceStatus | null;
  minute: number;
}

/** A machine's journal: one entry a mark. */
function entriesOf(machine: number, said: readonly Said[]) {
  return said.map(({ learner, status, minute }, at) => ({
    id: entryId(machine, at + 1),
    sequence: at + 1,
    marks: [
      {
        sessionId: session,
        learnerId: learner,
        mark: status && mark(status, minute, `教师${machine}`),
      },
    ],
  }));
}

type State = { marks: Record<string, AttendanceMark>; known: typeof none };

function imported(state: State, machine: number, said: readonly Said[]): State {
  const incoming = claimsOf(`machine-${machine}`, entriesOf(machine, said)).get(session) ?? new Map();
  const { marks, known } = mergeSession(state.marks, state.known, incoming);
  return { marks, known };
}

function disputesIn({ marks, known }: State): [string, string[]][] {
  return Object.keys(known.claims)
    .sort()
    .flatMap((learner) => {
      const { disputing } = resolveSlot(slotOf(marks, known, learner));
      return disputing.length === 0 ? [] : [[learner, disputing.map((claim) => claim.entryId)]];
    });
}

describe('one mark by two people', () => {
  const here = { marks: { li: mark('present', 1, '周老师') }, known: none };

  test('the same is no dispute, and stays whose it was', () => {
    const after = imported(here, 1, [{ learner: 'li', status: 'present', minute: 9 }]);
    expect(after.marks.li?.by).toBe('周老师');
    expect(disputesIn(after)).toEqual([]);
  });

  test('another is shown beside it and overwrites nothing', () => {
    const after = imported(here, 1, [{ learner: 'li', status: 'absent', minute: 0 }]);
    expect(after.marks).toEqual(here.marks);
    expect(disputesIn(after)).toEqual([['li', [entryId(1, 1)]]]);
  });

  test('of two other machines the first that marked is on record, and the other disputes it', () => {
    const empty = { marks: {}, known: none };
    const [early, late] = [
      [{ learner: 'li', status: 'absent', minute: 3 } as const],
      [{ learner: 'li', status: 'late', minute: 8 } as const],
    ];
    const one = imported(imported(empty, 2, late), 1, early);
    expect(one.marks.li?.status).toBe('absent');
    expect(disputesIn(one)).toEqual([['li', [entryId(2, 1)]]]);
    expect(imported(imported(empty, 1, early), 2, late)).toEqual(one);
  });

  test('once decided it rests, until something else is said', () => {
    const disputed = imported(here, 1, [{ learner: 'li', status: 'absent', minute: 0 }]);
    const decided = { ...disputed, known: { ...disputed.known, decided: { li: [entryId(1, 1)] } } };
    expect(disputesIn(decided)).toEqual([]);
    expect(imported(decided, 1, [{ learner: 'li', status: 'absent', minute: 0 }])).toEqual(decided);
    expect(disputesIn(imported(decided, 2, [{ learner: 'li', status: 'late', minute: 5 }]))).toEqual([
      ['li', [entryId(2, 1)]],
    ]);
  });

  test('a mark that came and was taken away here does not come back with the same file', () => {
    const said: Said[] = [{ learner: 'li', status: 'present', minute: 2 }];
    const came = imported({ marks: {}, known: none }, 1, said);
    const cleared = { marks: {}, known: came.known };
    expect(imported(cleared, 1, said)).toEqual(cleared);
  });
});

const anySaid = fc.record({
  learner: fc.constantFrom('li', 'wang', 'zhao'),
  status: fc.constantFrom<AttendanceStatus | null>('present', 'late', 'leave', 'absent', null),
  minute: fc.nat(59),
});

test('over any order, repetition and splitting of imports the same comes of it, and nothing marked here is lost', () => {
  const journals = fc.array(fc.array(anySaid, { maxLength: 8 }), { minLength: 1, maxLength: 4 });
  const ownMarks = fc.dictionary(
    fc.constantFrom('li', 'wang', 'zhao'),
    fc.constantFrom<AttendanceStatus>('present', 'absent'),
  );
  fc.assert(
    fc.property(
      journals,
      ownMarks,
      fc.array(fc.tuple(fc.nat(3), fc.nat(8)), { maxLength: 20 }),
      fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      (said, own, partial, order) => {
        const marks = Object.fromEntries(
          Object.entries(own).map(([learner, status]) => [learner, mark(status, 30, '周老师')]),
        );
        const start: State = { marks, known: none };
        const whole = (state: State, machine: number) => imported(state, machine, said[machine] ?? []);
        const expected = said.reduce((state, _, machine) => whole(state, machine), start);
        // Files as they may come: of any machine, up to any point, again and again; then each whole.
        let state = start;
        for (const [machine, upTo] of partial)
          state = imported(state, machine, (said[machine] ?? []).slice(0, upTo));
        for (const machine of [...new Set([...order, ...said.keys()])]) state = whole(state, machine);
        expect(state).toEqual(expected);
        expect(disputesIn(state)).toEqual(disputesIn(expected));
        for (const [learner, kept] of Object.entries(marks)) expect(state.marks[learner]).toEqual(kept);
        // Once more, all of it: nothing changes.
        expect(said.reduce((again, _, machine) => whole(again, machine), state)).toEqual(state);
      },
    ),
    { numRuns: 2000 },
  );
});
