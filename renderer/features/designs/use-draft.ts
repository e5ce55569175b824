import { useReducer } from 'react';
import type {
  CertificateDesign,
  DesignElement,
} from '../../../shared/domain/certificates/certificate-design.ts';

interface Draft {
  past: CertificateDesign[];
  design: CertificateDesign;
  future: CertificateDesign[];
  /** Consecutive changes under one name are one step back, as the moves of one drag. */
  step: string | null;
}

type Act =
  | { kind: 'change'; design: CertificateDesign; step: string | null }
  | { kind: 'undo' }
  | { kind: 'redo' };

const mostSteps = 200;

function reduce(draft: Draft, act: Act): Draft {
  const { past, design, future, step } = draft;
  switch (act.kind) {
    case 'change': {
      if (act.step !== null && act.step === step) return { ...draft, design: act.design, future: [] };
      return { past: [...past, design].slice(-mostSteps), design: act.design, future: [], step: act.step };
    }
    case 'undo': {
      const before = past.at(-1);
      if (!before) return draft;
      return { past: past.slice(0, -1), design: before, future: [design, ...future], step: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (!after) return draft;
      return { past: [...past, design], design: after, future: rest, step: null };
    }
  }
}

/** A design under work, with every step to be taken back and done again. */
export function useDraft(stored: CertificateDesign) {
  const [draft, act] = useReducer(reduce, { past: [], design: stored, future: [], step: null });
  const { design } = draft;
  const change = (next: CertificateDesign, step: string | null = null) =>
    act({ kind: 'change', design: next, step });
  return {
    design,
    canUndo: draft.past.length > 0,
    canRedo: draft.future.length > 0,
    change,
    /** Puts elements in the place of those with their ids. @param step names a run of changes that is one */
    put: (elements: readonly DesignElement[], step: string | null = null) => {
      const byId = new Map(elements.map((element) => [element.id, element]));
      change({ ...design, elements: design.elements.map((one) => byId.get(one.id) ?? one) }, step);
    },
    undo: () => act({ kind: 'undo' }),
    redo: () => act({ kind: 'redo' }),
  };
}
export type DraftAccess = ReturnType<typeof useDraft>;

export const paperSides = { front: '正面', back: '反面' } as const;
export type PaperSide = keyof typeof paperSides;

/** A draft seen from one side of its paper, as if that side were all of it. */
export function draftOf(draft: DraftAccess, side: PaperSide): DraftAccess {
  if (side === 'front') return draft;
  const { back: elements } = draft.design;
  const change: DraftAccess['change'] = ({ elements: back, ...next }, step) =>
    draft.change({ ...next, elements: draft.design.elements, backdrop: draft.design.backdrop, back }, step);
  return {
    ...draft,
    design: { ...draft.design, elements, back: [], backdrop: null },
    change,
    put: (changed, step) => {
      const byId = new Map(changed.map((element) => [element.id, element]));
      const back = elements.map((one) => byId.get(one.id) ?? one);
      draft.change({ ...draft.design, back }, step);
    },
  };
}
