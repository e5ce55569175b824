import { TextInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type AssessmentResult, readResult } from '../../../shared/domain/teaching/assessment.ts';

function shown(result: AssessmentResult | undefined): string {
  if (!result) return '';
  return result.kind === 'score' ? String(result.score) : result.passed ? '合格' : '不合格';
}

export interface ResultCellProps {
  label: string;
  cell: string;
  result: AssessmentResult | undefined;
  disabled: boolean;
  /** Answers whether it was recorded. */
  onRecord(result: AssessmentResult | null): Promise<boolean>;
  onKeyDown(event: KeyboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** One result, saved when the cell is left; what can't be read stays red and unsaved. */
export function ResultCell({ label, cell, result, disabled, onRecord, onKeyDown, onPaste }: ResultCellProps) {
  const saved = shown(result);
  const [text, setText] = useState(saved);
  const [wrong, setWrong] = useState(false);
  const current = useRef(saved);
  useEffect(() => {
    current.current = saved;
    setText(saved);
    setWrong(false);
  }, [saved]);
  const leave = async () => {
    const typed = text.trim();
    if (typed === current.current) return setWrong(false);
    const read = typed === '' ? null : readResult(typed);
    if (typed !== '' && read === null) return setWrong(true);
    setWrong(false);
    if (!(await onRecord(read))) setText(current.current);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      data-cell={cell}
      disabled={disabled}
      error={wrong}
      title={wrong ? '应为 0–100 的分数，或“合格”“不合格”。还没有保存。' : undefined}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void leave()}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
