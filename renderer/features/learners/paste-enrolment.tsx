import { Button, Group, Select, Stack, Table, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import type { LearnerRow } from '../../records/access.ts';
import { findLearnersByLines, type LineMatch } from '../../records/learners/queries.ts';

interface PasteEnrolmentProps {
  enrolled: ReadonlySet<string>;
  onEnrol(learnerIds: string[]): void;
}

/** The learner a line stands for: the only one found, or the one chosen among several of a name. */
function chosenFor({ line, learners }: LineMatch, choices: Record<string, string>): string | null {
  return learners.length === 1 ? (learners[0]?.id ?? null) : (choices[line] ?? null);
}

/** Enrols a pasted list of names or document numbers; a name two people share is asked about. */
export function PasteEnrolment({ enrolled, onEnrol }: PasteEnrolmentProps) {
  const { database } = useRecords();
  const employers = useEmployerNames();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 200);
  const [choices, setChoices] = useState<Record<string, string>>({});
  const describe = ({ name, lastFour, employerId }: LearnerRow) =>
    `${name}　尾号 ${lastFour}　${employers.get(employerId ?? '') ?? ''}`;
  const matches = useLiveQuery(() => findLearnersByLines(database, settled), [database, settled]) ?? [];
  const chosen = [...new Set(matches.map((match) => chosenFor(match, choices)))].filter(
    (id): id is string => id !== null && !enrolled.has(id),
  );
  return (
    <Stack>
      <Textarea
        label="每行一个姓名、身份证号或学员编号"
        description="也可以用逗号、顿号隔开；从表格里直接粘贴一列即可"
        autosize
        minRows={6}
        maxRows={12}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {matches.length > 0 && (
        <Table>
          <Table.Tbody>
            {matches.map((match) => {
              const { line, learners } = match;
              const chosenId = chosenFor(match, choices);
              return (
                <Table.Tr key={line}>
                  <Table.Td>{line}</Table.Td>
                  <Table.Td>
                    {learners.length === 0 && <StateBadge tone="bad">没有这个学员</StateBadge>}
                    {learners.length === 1 && <Text size="sm">{learners[0] && describe(learners[0])}</Text>}
                    {learners.length > 1 && (
                      <Select
                        size="xs"
                        aria-label={`${line} 是哪一位`}
                        placeholder={`有 ${learners.length} 位同名，请选择`}
                        data={learners.map((learner) => ({ value: learner.id, label: describe(learner) }))}
                        value={chosenId}
                        onChange={(id) => setChoices({ ...choices, [line]: id ?? '' })}
                      />
                    )}
                  </Table.Td>
                  <Table.Td w={124}>
                    {chosenId && enrolled.has(chosenId) && <StateBadge tone="neutral">已在班里</StateBadge>}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end">
        <Button disabled={chosen.length === 0} onClick={() => onEnrol(chosen)}>
          加入 {chosen.length} 人
        </Button>
      </Group>
    </Stack>
  );
}
