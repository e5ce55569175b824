import { useReducer, useRef } from 'react';
import type { BoxForm, PaperForm, PaperPile } from '../../../shared/contract/surveys.ts';
import { tidyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import { cellsOf, differingCells, type PaperCell } from './pile-cells.ts';

const blank: PaperForm = { code: null, answer: {} };

function tidied(form: BoxForm, paper: PaperForm): PaperForm {
  return { ...paper, answer: tidyAnswer(form, paper.answer) };
}

/** The second typing is of digits alone: texts are taken from the first. */
function beginningOf(form: BoxForm, pile: PaperPile, phase: Phase): PaperForm {
  const first = phase === 'second' ? pile.first[pile.second.length] : undefined;
  if (!first) return blank;
  const texts = cellsOf(form, first).filter(({ isText }) => isText);
  return {
    code: null,
    answer: Object.fromEntries(
      texts.flatMap(({ key }) => {
        const value = first.answer[key];
        return value === undefined ? [] : [[key, value]];
      }),
    ),
  };
}

type Phase = 'first' | 'second' | 'done';

function phaseOf({ forms, first, second }: PaperPile): Phase {
  if (first.length < forms) return 'first';
  return second.length < forms ? 'second' : 'done';
}

interface Typing {
  pile: PaperPile;
  paper: PaperForm;
  /** Which of the cells is next. */
  at: number;
  /** The first typing of the form while the second is brought together with it. */
  comparing: PaperForm | null;
  problem: string;
}

export interface PileEntry {
  pile: PaperPile;
  phase: Phase;
  /** From 1. */
  formNumber: number;
  paper: PaperForm;
  cells: PaperCell[];
  /** Where the typing stands; undefined when the pile is done. */
  cell: PaperCell | undefined;
  /** What the two typings say of the cell, while they are brought together. */
  conflict: { first: string; second: string } | null;
  problem: string;
  enter(text: string): void;
  back(): void;
}

function typedCells(form: BoxForm, paper: PaperForm, phase: Phase): PaperCell[] {
  return cellsOf(form, paper).filter(({ isText }) => phase === 'first' || !isText);
}

function begun(form: BoxForm, pile: PaperPile): Typing {
  return { pile, paper: beginningOf(form, pile, phaseOf(pile)), at: 0, comparing: null, problem: '' };
}

/** The pile with both typings of the form at hand alike. */
function withBoth(pile: PaperPile, paper: PaperForm): PaperPile {
  return {
    ...pile,
    first: pile.first.map((one, index) => (index === pile.second.length ? paper : one)),
    second: [...pile.second, paper],
  };
}

/** A form whose last cell was typed: the next one begins, or the two typings of it are brought together. */
function finished(form: BoxForm, { pile }: Typing, paper: PaperForm): Typing {
  const whole = tidied(form, paper);
  if (Object.keys(whole.answer).length === 0) {
    const problem = '这份一题也没有填，是空白卷：请拿出来，重录下一份；份数不对就删掉这一摞重来。';
    return { ...begun(form, pile), problem };
  }
  if (phaseOf(pile) === 'first') return begun(form, { ...pile, first: [...pile.first, whole] });
  const first = pile.first[pile.second.length] ?? blank;
  if (differingCells(form, first, whole).length === 0) return begun(form, withBoth(pile, whole));
  return { pile, paper: whole, at: 0, comparing: first, problem: '' };
}

/** What typing a text makes of it. */
function entered(form: BoxForm, typing: Typing, text: string): Typing {
  const { pile, paper, at, comparing } = typing;
  const phase = phaseOf(pile);
  const cells = comparing ? differingCells(form, comparing, paper) : typedCells(form, paper, phase);
  const cell = phase === 'done' ? undefined : cells[at];
  if (!cell) return typing;
  const result = cell.type(paper, text);
  if (!result.ok) return { ...typing, problem: result.why };
  if (comparing) {
    const other = cell.type(comparing, text);
    const first = tidied(form, other.ok ? other.form : comparing);
    const second = tidied(form, result.form);
    if (differingCells(form, first, second).length === 0) return begun(form, withBoth(pile, second));
    return { pile, paper: second, at: 0, comparing: first, problem: '' };
  }
  const shown = typedCells(form, result.form, phase);
  const next = shown.findIndex(({ key }) => key === cell.key) + 1;
  if (next >= shown.length) return finished(form, typing, result.form);
  return { ...typing, paper: result.form, at: next, problem: '' };
}

/**
 * Types a pile: cell by cell, form by form, the whole of it twice. Nothing is waited for, since digits come
 * faster than a screen is drawn or a disk writes.
 * @param save keeps the whole pile after each form
 */
export function usePileEntry(form: BoxForm, stored: PaperPile, save: (pile: PaperPile) => void): PileEntry {
  const state = useRef<Typing>(undefined);
  state.current ??= begun(form, stored);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const become = (next: Typing) => {
    const before = state.current?.pile;
    state.current = next;
    draw();
    if (next.pile !== before) save(next.pile);
  };
  const { pile, paper, at, comparing, problem } = state.current;
  const phase = phaseOf(pile);
  const cells = typedCells(form, paper, phase);
  const cell =
    phase === 'done' ? undefined : (comparing ? differingCells(form, comparing, paper) : cells)[at];
  return {
    pile,
    phase,
    formNumber: (phase === 'first' ? pile.first.length : pile.second.length) + 1,
    paper,
    cells,
    cell,
    conflict: comparing && cell ? { first: cell.textOf(comparing), second: cell.textOf(paper) } : null,
    problem,
    enter: (text) => {
      if (state.current) become(entered(form, state.current, text));
    },
    back: () => {
      const now = state.current;
      if (now && !now.comparing) become({ ...now, at: Math.max(0, now.at - 1), problem: '' });
    },
  };
}
