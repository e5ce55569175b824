import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { CertificateStatement } from '../../../shared/domain/certificates/certificate.ts';
import { type DesignElement, elementKinds } from '../../../shared/domain/certificates/certificate-design.ts';
import classes from './canvas.module.css';
import { ElementFace } from './element-face.tsx';
import { snapped } from './snap.ts';
import type { DraftAccess } from './use-draft.ts';
import { useProofUrl } from './use-proof-url.ts';

export interface CanvasProps {
  draft: DraftAccess;
  selected: ReadonlySet<string>;
  onSelect(ids: ReadonlySet<string>): void;
  sample: CertificateStatement;
  /** Pixels a millimetre. */
  scale: number;
}

interface Drag {
  kind: 'move' | 'resize';
  id: string;
  startX: number;
  startY: number;
  /** Names the drag, so that it is one step to take back. */
  step: string;
  elements: readonly DesignElement[];
}

interface Guides {
  vertical: number | null;
  horizontal: number | null;
}

const noGuides: Guides = { vertical: null, horizontal: null };
const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Whether what an element shows names it. */
function showsText({ kind }: DesignElement): boolean {
  return kind !== 'line' && kind !== 'border' && kind !== 'fill' && kind !== 'image';
}

/** The paper with what is on it: dragged and sized by mouse or finger, moved by arrow keys. */
export function Canvas({ draft, selected, onSelect, sample, scale }: CanvasProps) {
  const { design } = draft;
  const drag = useRef<Drag | null>(null);
  const [guides, setGuides] = useState<Guides>(noGuides);
  const backdrop = useProofUrl(design.backdrop);
  const begin = (event: PointerEvent<HTMLElement>, element: DesignElement, kind: Drag['kind']) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const isKept = selected.has(element.id) && kind === 'move';
    const ids = event.shiftKey
      ? new Set([...selected, element.id])
      : isKept
        ? selected
        : new Set([element.id]);
    onSelect(ids);
    drag.current = {
      kind,
      id: element.id,
      startX: event.clientX,
      startY: event.clientY,
      step: `${kind} ${event.timeStamp}`,
      elements: design.elements.filter(({ id }) => ids.has(id)),
    };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    if (!now) return;
    const [dx, dy] = [(event.clientX - now.startX) / scale, (event.clientY - now.startY) / scale];
    if (dx === 0 && dy === 0) return;
    if (now.kind === 'resize') {
      const [element] = now.elements;
      if (!element) return;
      const size = {
        width: Math.max(1, rounded(element.width + dx)),
        height: Math.max(0.5, rounded(element.height + dy)),
      };
      draft.put([{ ...element, ...size }], now.step);
      return;
    }
    const held = now.elements.find(({ id }) => id === now.id);
    if (!held) return;
    const others = design.elements.filter(({ id }) => !now.elements.some((one) => one.id === id));
    const at = snapped({ ...held, x: held.x + dx, y: held.y + dy }, design, event.altKey ? [] : others);
    setGuides({ vertical: at.vertical, horizontal: at.horizontal });
    const [byX, byY] = [at.x - held.x, at.y - held.y];
    draft.put(
      now.elements.map((one) => ({ ...one, x: rounded(one.x + byX), y: rounded(one.y + byY) })),
      now.step,
    );
  };
  const end = () => {
    drag.current = null;
    setGuides(noGuides);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const towards = directions[event.key];
    if (!towards || selected.size === 0) return;
    event.preventDefault();
    const by = event.altKey ? 0.1 : event.shiftKey ? 10 : 1;
    const moved = design.elements
      .filter(({ id }) => selected.has(id))
      .map((one) => ({ ...one, x: rounded(one.x + towards[0] * by), y: rounded(one.y + towards[1] * by) }));
    draft.put(moved, `nudge ${event.key} ${[...selected].join()}`);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups the buttons that the elements are
    <div
      role="group"
      aria-label="证书画布"
      className={classes.paper}
      style={{
        width: design.width * scale,
        height: design.height * scale,
        ...(backdrop && { backgroundImage: `url("${backdrop}")` }),
      }}
      onPointerDown={() => onSelect(new Set())}
      onKeyDown={onKeyDown}
    >
      {design.elements.map((element) => (
        <button
          key={element.id}
          type="button"
          className={classes.element}
          aria-pressed={selected.has(element.id)}
          {...(!showsText(element) && { 'aria-label': elementKinds[element.kind] })}
          data-blank={element.onBlank || undefined}
          style={{
            left: element.x * scale,
            top: element.y * scale,
            width: element.width * scale,
            height: Math.max(4, element.height * scale),
          }}
          onPointerDown={(event) => begin(event, element, 'move')}
          onPointerMove={move}
          onPointerUp={end}
          onFocus={() => {
            if (drag.current === null && !selected.has(element.id)) onSelect(new Set([element.id]));
          }}
        >
          <ElementFace element={element} sample={sample} scale={scale} />
        </button>
      ))}
      {design.elements
        .filter(({ id }) => selected.has(id) && selected.size === 1)
        .map((element) => (
          <span
            key={element.id}
            className={classes.handle}
            style={{
              left: (element.x + element.width) * scale - 5,
              top: (element.y + element.height) * scale - 5,
            }}
            onPointerDown={(event) => begin(event, element, 'resize')}
            onPointerMove={move}
            onPointerUp={end}
          />
        ))}
      {guides.vertical !== null && (
        <span
          className={classes.guide}
          style={{ left: guides.vertical * scale, top: 0, width: 1, height: '100%' }}
        />
      )}
      {guides.horizontal !== null && (
        <span
          className={classes.guide}
          style={{ top: guides.horizontal * scale, left: 0, height: 1, width: '100%' }}
        />
      )}
    </div>
  );
}
