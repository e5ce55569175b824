import {
  Button,
  Checkbox,
  ColorInput,
  Group,
  Menu,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { type DesignElement, elementKinds } from '../../../shared/domain/certificates/certificate-design.ts';
import { certificateFields } from '../../../shared/domain/certificates/certificate-field.ts';

const alignments = { left: '左', center: '中', right: '右', justify: '两端' };
const verticals = { top: '上', middle: '中', bottom: '下' };
const borders = { single: '单线', double: '双线', ornate: '双线和角花' };

interface PropertiesProps {
  element: DesignElement;
  onChange(element: DesignElement, step: string): void;
}

function Amount({
  label,
  value,
  onChange,
  step = 1,
  min,
}: {
  label: string;
  value: number;
  onChange(value: number): void;
  step?: number;
  min?: number;
}) {
  return (
    <NumberInput
      label={label}
      size="xs"
      value={value}
      step={step}
      decimalScale={2}
      {...(min !== undefined && { min })}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}

function options(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** Puts a field behind what a text says. */
function FieldMenu({ onInsert }: { onInsert(field: string): void }) {
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconBraces size={14} aria-hidden />}>
          插入
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {Object.keys(certificateFields).map((field) => (
          <Menu.Item key={field} onClick={() => onInsert(`{${field}}`)}>
            {field}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The exact values of one element. */
export function Properties({ element, onChange }: PropertiesProps) {
  const set = (change: Partial<DesignElement>, what: string) =>
    onChange({ ...element, ...change } as DesignElement, `${what} ${element.id}`);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {elementKinds[element.kind]}
      </Text>
      {(element.kind === 'text' || element.kind === 'mongolian') && (
        <>
          <Group justify="space-between" align="flex-end">
            <Text size="xs" fw={500}>
              内容
            </Text>
            <FieldMenu onInsert={(field) => set({ text: element.text + field }, 'insert')} />
          </Group>
          <Textarea
            aria-label="内容"
            size="xs"
            autosize
            minRows={2}
            maxRows={8}
            value={element.text}
            onChange={(event) => set({ text: event.currentTarget.value }, 'text')}
          />
          {element.kind === 'text' && (
            <Text size="xs" c="dimmed">
              **粗体**　++大一号的粗体++　[[里面的内容空着就整段不印]]
            </Text>
          )}
        </>
      )}
      <SimpleGrid cols={4} spacing={6}>
        <Amount label="左" value={element.x} onChange={(x) => set({ x }, 'x')} />
        <Amount label="上" value={element.y} onChange={(y) => set({ y }, 'y')} />
        <Amount label="宽" value={element.width} min={0.5} onChange={(width) => set({ width }, 'width')} />
        <Amount
          label="高"
          value={element.height}
          min={0.5}
          onChange={(height) => set({ height }, 'height')}
        />
      </SimpleGrid>
      {(element.kind === 'text' || element.kind === 'mongolian') && (
        <SimpleGrid cols={3} spacing={6}>
          <Amount
            label="字号"
            value={element.size}
            min={4}
            step={0.5}
            onChange={(size) => set({ size }, 'size')}
          />
          <Amount
            label="最小字号"
            value={element.least}
            min={4}
            step={0.5}
            onChange={(least) => set({ least }, 'least')}
          />
          <Amount
            label="行距"
            value={element.leading}
            min={0.8}
            step={0.1}
            onChange={(leading) => set({ leading }, 'leading')}
          />
        </SimpleGrid>
      )}
      {element.kind === 'text' && (
        <>
          <SimpleGrid cols={3} spacing={6}>
            <Select
              label="对齐"
              size="xs"
              allowDeselect={false}
              data={options(alignments)}
              value={element.align}
              onChange={(align) => set({ align: align as typeof element.align }, 'align')}
            />
            <Select
              label="上下"
              size="xs"
              allowDeselect={false}
              data={options(verticals)}
              value={element.valign}
              onChange={(valign) => set({ valign: valign as typeof element.valign }, 'valign')}
            />
            <Amount
              label="首行空"
              value={element.indent}
              min={0}
              onChange={(indent) => set({ indent }, 'indent')}
            />
          </SimpleGrid>
          <SimpleGrid cols={2} spacing={6}>
            <Amount
              label="字间距"
              value={element.spacing}
              step={0.5}
              onChange={(spacing) => set({ spacing }, 'spacing')}
            />
            <Checkbox
              label="粗体"
              mt={26}
              checked={element.bold}
              onChange={(event) => set({ bold: event.currentTarget.checked }, 'bold')}
            />
          </SimpleGrid>
        </>
      )}
      {'color' in element && (
        <ColorInput
          label="颜色"
          size="xs"
          format="hex"
          withEyeDropper={false}
          value={element.color}
          onChange={(color) => /^#[0-9a-f]{6}$/i.test(color) && set({ color }, 'color')}
        />
      )}
      {element.kind === 'border' && (
        <>
          <ColorInput
            label="内框颜色"
            size="xs"
            format="hex"
            withEyeDropper={false}
            value={element.accent}
            onChange={(accent) => /^#[0-9a-f]{6}$/i.test(accent) && set({ accent }, 'accent')}
          />
          <Select
            label="样子"
            size="xs"
            allowDeselect={false}
            data={options(borders)}
            value={element.style}
            onChange={(style) => set({ style: style as typeof element.style }, 'style')}
          />
        </>
      )}
      {(element.kind === 'border' || element.kind === 'line') && (
        <Amount
          label="粗细（磅）"
          value={element.stroke}
          min={0.1}
          step={0.1}
          onChange={(stroke) => set({ stroke }, 'stroke')}
        />
      )}
      {element.kind === 'seal' && (
        <TextInput
          label="提示"
          size="xs"
          value={element.note}
          onChange={(event) => set({ note: event.currentTarget.value }, 'note')}
        />
      )}
      <Checkbox
        label="已经印在空白证书上（套打时不再印）"
        checked={element.onBlank}
        onChange={(event) => set({ onBlank: event.currentTarget.checked }, 'onBlank')}
      />
    </Stack>
  );
}
