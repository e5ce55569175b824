import {
  ActionIcon,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type FeeItem,
  type FeeKind,
  type FeeUnit,
  feeKinds,
  feeUnits,
} from '../../../shared/domain/money/fee.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { choices } from '../../components/choices.ts';
import { FenInput, fenFormat } from '../../components/fen-input.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { setFeeItems } from '../../records/fees/fee-commands.ts';

interface Draft extends Omit<FeeItem, 'standardFen'> {
  id: number;
  /** Null while what is typed is no amount. */
  standardFen: number | null;
}

const usualUnits: Record<FeeKind, FeeUnit> = {
  training: 'person',
  textbook: 'person',
  board: 'day',
  certificate: 'person',
  other: 'person',
};

function draftOf(kind: FeeKind, id: number, basis: string): Draft {
  return { id, kind, title: feeKinds[kind], unit: usualUnits[kind], standardFen: 0, basis };
}

/** What a class charges: item, unit, standard, and the document it rests on. */
export function FeeItemsForm({ of, onDone }: { of: TrainingClass; onDone(): void }) {
  const { execute } = useRecords();
  const [drafts, setDrafts] = useState<Draft[]>(() => {
    const items = of.feeItems.map((item, id) => ({ ...item, id }));
    return items.length > 0 ? items : [draftOf('training', 0, '')];
  });
  const change = (id: number, about: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...about } : draft)));
  const add = () => {
    const unused = (Object.keys(feeKinds) as FeeKind[]).find((kind) =>
      drafts.every((one) => one.kind !== kind),
    );
    const id = Math.max(-1, ...drafts.map((draft) => draft.id)) + 1;
    setDrafts([...drafts, draftOf(unused ?? 'other', id, drafts.at(-1)?.basis ?? '')]);
  };
  const save = () =>
    attempt(async () => {
      const items = drafts.map(({ id: _id, standardFen, ...draft }) => {
        if (standardFen === null) throw refusal('badInput', { where: draft.title, why: fenFormat });
        return { ...draft, standardFen };
      });
      await execute(setFeeItems, { classId: of.id, items });
      sayDone('收费项目已保存，公示之后才能收取');
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        {of.organiserKind === 'authority' && (
          <Text size="sm">本班由行政主管部门直接举办，各项收费只能是 0（第26条）。</Text>
        )}
        <Table aria-label="收费项目" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={120}>类别</Table.Th>
              <Table.Th w={130}>名称</Table.Th>
              <Table.Th w={100}>单位</Table.Th>
              <Table.Th w={110}>标准（元）</Table.Th>
              <Table.Th>收费依据</Table.Th>
              <Table.Th w={40}>
                <VisuallyHidden>删除</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drafts.map(({ id, kind, title, unit, standardFen, basis }, index) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Select
                    aria-label={`第 ${index + 1} 项类别`}
                    allowDeselect={false}
                    data={choices(feeKinds)}
                    value={kind}
                    onChange={(value) => {
                      const next = (value ?? 'other') as FeeKind;
                      change(id, { kind: next, title: feeKinds[next], unit: usualUnits[next] });
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={`第 ${index + 1} 项名称`}
                    value={title}
                    onChange={(event) => change(id, { title: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`第 ${index + 1} 项单位`}
                    allowDeselect={false}
                    data={choices(feeUnits)}
                    value={unit}
                    onChange={(value) => change(id, { unit: (value ?? 'person') as FeeUnit })}
                  />
                </Table.Td>
                <Table.Td>
                  <FenInput
                    label={`第 ${index + 1} 项标准`}
                    isLabelHidden
                    initialFen={standardFen ?? 0}
                    onChange={(fen) => change(id, { standardFen: fen })}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={`第 ${index + 1} 项收费依据`}
                    placeholder="文号，收费为 0 可不填"
                    value={basis}
                    onChange={(event) => change(id, { basis: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="red.9"
                    aria-label={`删除第 ${index + 1} 项`}
                    onClick={() => setDrafts(drafts.filter((draft) => draft.id !== id))}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            添加一项
          </Button>
          <Button type="submit">保存</Button>
        </Group>
      </Stack>
    </form>
  );
}
