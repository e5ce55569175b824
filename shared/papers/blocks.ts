import type { PrintedBlock } from '../contract/printed-document.ts';
import { type CivilDate, chineseDate } from '../domain/base/civil-date.ts';

export function title(text: string): PrintedBlock {
  return { kind: 'title', text };
}

export function heading(text: string): PrintedBlock {
  return { kind: 'heading', text };
}

/** Blocks under a heading; no heading where there are none. */
export function section(text: string, blocks: readonly PrintedBlock[]): PrintedBlock[] {
  return blocks.length === 0 ? [] : [heading(text), ...blocks];
}

/** A line at the right edge, under the title. */
export function reference(text: string): PrintedBlock {
  return { kind: 'reference', text };
}

/** The number a paper is found by. */
export function numberLine(number: string): PrintedBlock {
  return reference(`编号：${number}`);
}

export function paragraph(text: string): PrintedBlock {
  return { kind: 'paragraph', text, indented: false };
}

/** A paragraph of a letter. */
export function indented(text: string): PrintedBlock {
  return { kind: 'paragraph', text, indented: true };
}

/** Labelled lines in a box; a dash where there is nothing to say. */
export function callout(lines: readonly (readonly [label: string, text: string])[]): PrintedBlock {
  return {
    kind: 'callout',
    lines: lines.map(([label, text]) => ({ label, text: text === '' ? '—' : text })),
  };
}

/** Who issues it and when, with the space for the seal. */
export function seal(issuer: string, on: CivilDate): PrintedBlock {
  return { kind: 'seal', issuer, date: chineseDate(on) };
}
