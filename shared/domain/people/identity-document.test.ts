import { describe, expect, test } from 'vitest';
import {
  type DocumentKind,
  inferDocumentKind,
  maskDocumentNumber,
  readDocument,
} from './identity-document.ts';
import { residentIdCheckCharacter } from './resident-id.ts';

const today = '2026-11-24';
const read = (kind: DocumentKind, text: string) => readDocument(kind, text, today);

describe('readDocument', () => {
  test.each([
    ['residentId', '１５０１０２１９９００１０１１２３０', '150102199001011230'],
    ['residentId', ' 150102 19900101 1230 ', '150102199001011230'],
    ['residentId', "'150102199001011230", '150102199001011230'],
    ['residentId', '150102790101007', '150102197901010074'],
    ['residencePermit', '810000199003070015', '810000199003070015'],
    ['passport', 'e12345678', 'E12345678'],
    ['hongKongMacaoPermit', 'H12345678', 'H12345678'],
    ['taiwanPermit', '12345678', '12345678'],
    ['foreignPermanentResidentId', 'USA110075051501', 'USA110075051501'],
  ] as const)('%s %j is stored as %s', (kind, text, number) => {
    expect(read(kind, text)).toMatchObject({ ok: true, document: { kind, number } });
  });

  test.each([
    ['residentId', '', 'empty'],
    ['residentId', `91010219900101123${residentIdCheckCharacter('91010219900101123')}`, 'format'],
    ['residencePermit', '150102199001011230', 'format'],
    ['passport', '!!', 'format'],
    ['residentId', '150102199001011231', 'checkDigit'],
  ] as const)('%s %j is refused: %s', (kind, text, fault) => {
    expect(read(kind, text)).toEqual({ ok: false, fault });
  });
});

test('a masked number keeps its region and its last four', () => {
  expect(maskDocumentNumber('150102199001011230')).toBe('150102********1230');
  expect(maskDocumentNumber('E12345678')).toBe('*****5678');
});

test.each([
  ['150102199001011230', 'residentId'],
  ['810000199003070015', 'residencePermit'],
  ['911110199003070015', 'foreignPermanentResidentId'],
  ['H12345678', 'residentId'],
] as const)('a number without a stated kind: %s is read as %s', (number, kind) => {
  expect(inferDocumentKind(number)).toBe(kind);
});
