import { TextInput } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { tidyDocumentNumber } from '../../../shared/domain/people/identity-document.ts';
import { useRecords } from '../../components/records-context.tsx';
import type { Vault } from '../../records/access.ts';
import type { BoardLearner } from '../../records/attendance/board.ts';
import { possibleIdentities } from '../../records/sealing/learner-rows.ts';
import { playScan } from './scan-sound.ts';

export interface ScanFieldProps {
  learners: readonly BoardLearner[];
  inputRef: RefObject<HTMLInputElement | null>;
  disabled: boolean;
  /** Marks a learner on the list; answers whether it was done. */
  onKnown(index: number): Promise<boolean>;
}

type Outcome = { good: boolean; message: string } | null;

/** Whom a card or barcode names: by document number or learner number. */
function indexOfScan(vault: Vault, learners: readonly BoardLearner[], text: string): number {
  const number = tidyDocumentNumber(text);
  const identities = new Set(possibleIdentities(vault, number));
  return learners.findIndex(
    ({ learner }) => learner.number === number || learner.identities.some((one) => identities.has(one)),
  );
}

/** Takes what a card or barcode reader types, ended by Enter; answers with sound, colour and words. */
export function ScanField({ learners, inputRef, disabled, onKnown }: ScanFieldProps) {
  const { database } = useRecords();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const scan = async () => {
    const scanned = text.trim();
    if (scanned === '') return;
    setText('');
    const index = indexOfScan(database.vault, learners, scanned);
    const found = learners[index];
    if (!found || found.notYetJoined) {
      playScan(false);
      setOutcome({ good: false, message: `尾号 ${scanned.slice(-4)} 不在这个班的名单里` });
      return;
    }
    const done = await onKnown(index);
    playScan(done);
    setOutcome({
      good: done,
      message: done ? `${found.learner.name} 已签到` : `${found.learner.name} 没有签到`,
    });
  };
  return (
    <TextInput
      ref={inputRef}
      w={330}
      aria-label="刷卡或扫码签到"
      placeholder="刷身份证、扫学员编号（按 S）"
      leftSection={<IconScan size={16} aria-hidden />}
      disabled={disabled}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void scan();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      rightSectionWidth={170}
      rightSection={
        outcome && (
          <span
            role="status"
            style={{ color: `var(--mantine-color-${outcome.good ? 'teal' : 'red'}-9)`, fontSize: 12 }}
          >
            {outcome.message}
          </span>
        )
      }
      styles={{
        input: outcome
          ? {
              background: `var(--mantine-color-${outcome.good ? 'teal' : 'red'}-0)`,
              borderColor: `var(--mantine-color-${outcome.good ? 'teal' : 'red'}-7)`,
            }
          : {},
      }}
    />
  );
}
