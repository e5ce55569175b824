import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readResidentId, residentIdCheckCharacter } from './resident-id.ts';

const today = '2026-11-24';

describe('readResidentId', () => {
  test.each([
    ['150102199001011230', '1990-01-01', 'male'],
    ['150203198512310045', '1985-12-31', 'female'],
    ['152502197007045321', '1970-07-04', 'female'],
    ['152921199911308767', '1999-11-30', 'female'],
    ['150426200002290158', '2000-02-29', 'male'],
    ['15010219951231804X', '1995-12-31', 'female'],
    ['15010219951231804x', '1995-12-31', 'female'],
    ['150102200002290011', '2000-02-29', 'male'],
    ['810000199003070015', '1990-03-07', 'male'],
  ])('%s is valid', (number, birthDate, sex) => {
    expect(readResidentId(number, today)).toEqual({ ok: true, number: number.toUpperCase(), birthDate, sex });
  });

  test.each([
    ['152127197802290014', 'birthDate'],
    ['150102198702291234', 'birthDate'],
    ['150102202701010014', 'birthDate'],
    ['150102199001011231', 'checkDigit'],
    ['15010219900101123', 'length'],
    ['150622198008283', 'length'],
    ['15010219900101123A', 'characters'],
    ['', 'length'],
  ])('%s is refused: %s', (number, fault) => {
    expect(readResidentId(number, today)).toEqual({ ok: false, fault });
  });

  test('an old number of 15 digits becomes 18', () => {
    expect(readResidentId('150102790101007', today)).toMatchObject({
      ok: true,
      number: '150102197901010074',
    });
  });

  test('any single wrong digit is found', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (tail, at, shift) => {
          const first17 = `15010219900${tail.join('')}`;
          const changed = [...first17];
          changed[at] = String((Number(changed[at]) + shift) % 10);
          expect(residentIdCheckCharacter(changed.join(''))).not.toBe(residentIdCheckCharacter(first17));
        },
      ),
    );
  });
});
