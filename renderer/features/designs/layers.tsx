import { ActionIcon, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  type CertificateDesign,
  type DesignElement,
  elementKinds,
} from '../../../shared/domain/certificates/certificate-design.ts';

/** What an element is called in the list of layers. */
function nameOf(element: DesignElement): string {
  if (element.kind !== 'text' && element.kind !== 'mongolian') return elementKinds[element.kind];
  return element.text.replaceAll(/[*+[\]\n]/g, '').slice(0, 18) || elementKinds[element.kind];
}

export interface LayersProps {
  design: CertificateDesign;
  selected: ReadonlySet<string>;
  onSelect(ids: ReadonlySet<string>): void;
  onChange(design: CertificateDesign): void;
}

/** The layers from the topmost down; one is moved over or under another. */
export function Layers({ design, selected, onSelect, onChange }: LayersProps) {
  const move = (index: number, step: -1 | 1) => {
    const elements = [...design.elements];
    const [one] = elements.splice(index, 1);
    if (one) elements.splice(index + step, 0, one);
    onChange({ ...design, elements });
  };
  return (
    <Stack gap={0} role="list" aria-label="图层">
      {design.elements
        .map((element, index) => ({ element, index }))
        .reverse()
        .map(({ element, index }) => (
          <Group
            key={element.id}
            gap={2}
            wrap="nowrap"
            px={4}
            bg={selected.has(element.id) ? 'indigo.0' : 'white'}
            role="listitem"
          >
            <UnstyledButton flex={1} miw={0} onClick={() => onSelect(new Set([element.id]))}>
              <Text size="xs" truncate>
                {nameOf(element)}
              </Text>
            </UnstyledButton>
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={`${nameOf(element)} 上移一层`}
              disabled={index === design.elements.length - 1}
              onClick={() => move(index, 1)}
            >
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={`${nameOf(element)} 下移一层`}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
    </Stack>
  );
}
