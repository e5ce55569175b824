import { describe, expect, test } from 'vitest';
import type { CertificateDesign, DesignElement } from '../domain/certificates/certificate-design.ts';
import { finishedDesigns } from '../domain/certificates/certificate-designs.ts';
import { sealSpaceProblem } from './seal-space.ts';

const box = { x: 100, y: 100, width: 50, height: 50, onBlank: false };
const seal: DesignElement = { kind: 'seal', id: 'seal', ...box, note: '（盖章）' };
const text = (words: string): DesignElement => ({
  ...(finishedDesigns[0]!.elements.find(({ kind }) => kind === 'text') as DesignElement & { kind: 'text' }),
  ...box,
  id: 'text',
  text: words,
});

const of = (elements: DesignElement[], back: DesignElement[] = []): CertificateDesign => ({
  name: '样式',
  width: 297,
  height: 210,
  backdrop: null,
  elements,
  back,
});

test.each(finishedDesigns.map((design) => [design.name, design] as const))(
  '%s keeps it free',
  (_, design) => {
    expect(sealSpaceProblem(design)).toBeNull();
  },
);

describe('50 × 50 mm over issuer and date are kept free for the seal', () => {
  test.each([
    ['no place for it', of([]), '没有盖章处'],
    ['too small a place', of([{ ...seal, width: 49.9 }]), '盖章处不足 50 × 50 毫米'],
    ['the issuer and the date under it', of([seal, text('{基地名称}\n{发证日期}')]), null],
    ['other words under it', of([seal, text('{姓名}')]), '文字占了盖章处'],
    ['a code in it', of([seal, { kind: 'code', id: 'code', ...box, x: 149 }]), '二维码占了盖章处'],
    ['a code beside it', of([seal, { kind: 'code', id: 'code', ...box, x: 150 }]), null],
    [
      'a photo in one place, another free',
      of([seal, { ...seal, id: 'two', x: 10 }, { kind: 'photo', id: 'photo', ...box }]),
      null,
    ],
    ['the place on the back', of([text('{姓名}')], [seal]), null],
  ])('%s', (_, design, problem) => {
    expect(sealSpaceProblem(design)).toBe(problem);
  });
});
