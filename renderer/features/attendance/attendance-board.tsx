import { Text } from '@mantine/core';
import { useElementSize, useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { clockTimeAt } from '../../../shared/domain/base/civil-date.ts';
import { type AttendanceStatus, attendanceStatuses } from '../../../shared/domain/teaching/attendance.ts';
import { type BoardLearner, keyOfStatus, statusKeys } from '../../records/attendance/board.ts';
import classes from './attendance-board.module.css';

const narrowestTile = 190;
const comfortableTile = 280;
const tileHeight = 50;

/** As few columns as show everybody at once, but no wider a tile than is comfortable to read. */
function columnsFor(count: number, width: number, height: number): number {
  const most = Math.max(1, Math.floor(width / narrowestTile));
  const comfortable = Math.max(1, Math.floor(width / comfortableTile));
  const rowsInSight = Math.max(1, Math.floor(height / tileHeight));
  return Math.min(most, Math.max(comfortable, Math.ceil(count / rowsInSight)));
}

/** Whether a key goes into a field or dialog, and so is none of the board's. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null;
}

const statuses = Object.entries(attendanceStatuses) as [AttendanceStatus, string][];

export interface AttendanceBoardProps {
  learners: readonly BoardLearner[];
  onMark(index: number, status: AttendanceStatus | null): void;
  onEverybody(): void;
  disabled: boolean;
}

/**
 * The whole roster at once, in columns read downward. Arrow keys walk; D C J Q mark 到 迟 假 缺;
 * Delete clears; A marks everybody who is left as present.
 */
export function AttendanceBoard({ learners, onMark, onEverybody, disabled }: AttendanceBoardProps) {
  const { ref: size, width, height } = useElementSize();
  const board = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  // Keys come faster than renders; where the next one acts must not lag behind.
  const at = useRef(0);
  const goTo = (index: number) => {
    at.current = Math.max(0, Math.min(learners.length - 1, index));
    setActive(at.current);
  };
  const columns = columnsFor(learners.length, width, height);
  const rows = Math.max(1, Math.ceil(learners.length / columns));
  useEffect(() => board.current?.focus(), []);
  useEffect(() => {
    board.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  // The keys are the page's: a teacher who has just scanned or undone goes on without aiming first.
  useWindowEvent('keydown', (event) => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: rows, ArrowLeft: -rows };
    const step = steps[event.key];
    const status = statusKeys[event.key.toLowerCase()];
    if (step !== undefined) {
      const next = at.current + step;
      if (next >= 0 && next < learners.length) goTo(next);
    } else if (status) {
      onMark(at.current, status);
      goTo(at.current + 1);
    } else if (event.key === 'Delete' || event.key === 'Backspace') onMark(at.current, null);
    else if (event.key.toLowerCase() === 'a') onEverybody();
    else return;
    event.preventDefault();
  });

  return (
    <div ref={size} className={classes.frame}>
      <div
        ref={board}
        role="grid"
        aria-label="学员点名板"
        aria-activedescendant={learners[active] ? `learner-${learners[active].learner.id}` : undefined}
        tabIndex={0}
        className={classes.board}
        style={{
          gridTemplateRows: `repeat(${rows}, auto)`,
          gridAutoColumns: `calc((100% - ${(columns - 1) * 6}px) / ${columns})`,
        }}
      >
        {learners.map(({ learner, employerName, mark, notYetJoined }, index) => (
          <div
            key={learner.id}
            id={`learner-${learner.id}`}
            role="row"
            aria-selected={index === active}
            aria-label={`${learner.name} ${mark ? attendanceStatuses[mark.status] : '未点'}`}
            className={classes.tile}
            data-status={mark?.status ?? (notYetJoined ? 'later' : 'none')}
            data-active={index === active || undefined}
            title={
              mark
                ? `${mark.by} ${clockTimeAt(Date.parse(mark.at))}${mark.note ? `　${mark.note}` : ''}`
                : employerName
            }
            onClick={() => goTo(index)}
          >
            <span role="gridcell" className={classes.who}>
              <span className={classes.name} data-long={[...learner.name].length > 5 || undefined}>
                {learner.name}
              </span>
              <Text component="span" className={classes.detail}>
                <span className={classes.index}>{index + 1}</span>
                {notYetJoined ? '尚未加入' : `${learner.lastFour} ${employerName}`}
              </Text>
            </span>
            {!notYetJoined && (
              <span role="gridcell" className={classes.marks}>
                {statuses.map(([status, label]) => (
                  <button
                    key={status}
                    type="button"
                    tabIndex={-1}
                    disabled={disabled}
                    className={classes.mark}
                    data-chosen={mark?.status === status ? status : undefined}
                    aria-label={`${learner.name} ${label}`}
                    title={`${label}（${keyOfStatus(status)}）`}
                    onClick={() => onMark(index, mark?.status === status ? null : status)}
                  >
                    {label}
                  </button>
                ))}
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
