import { ActionIcon, Button, FileButton, Group, Menu, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconAlignBoxBottomCenter,
  IconAlignBoxCenterMiddle,
  IconAlignBoxLeftMiddle,
  IconAlignBoxRightMiddle,
  IconAlignBoxTopCenter,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsVertical,
  IconCopy,
  IconPhotoScan,
  IconPlus,
  IconTrash,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import {
  type DesignElement,
  type ElementKind,
  elementKinds,
} from '../../../shared/domain/certificates/certificate-design.ts';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';
import { newElement, newImage } from './new-element.ts';
import type { Alignment } from './snap.ts';
import type { DraftAccess } from './use-draft.ts';

const alignments: readonly { how: Alignment; label: string; icon: Icon }[] = [
  { how: 'left', label: '左对齐', icon: IconAlignBoxLeftMiddle },
  { how: 'centre', label: '左右居中', icon: IconAlignBoxCenterMiddle },
  { how: 'right', label: '右对齐', icon: IconAlignBoxRightMiddle },
  { how: 'top', label: '上对齐', icon: IconAlignBoxTopCenter },
  { how: 'middle', label: '上下居中', icon: IconArrowsVertical },
  { how: 'bottom', label: '下对齐', icon: IconAlignBoxBottomCenter },
];

/** Kinds that need nothing chosen first, with what a text says at first. */
const additions: readonly { kind: Exclude<ElementKind, 'image'>; label: string; text?: string }[] = [
  { kind: 'text', label: '文字' },
  { kind: 'text', label: '证书编号', text: '证书编号：{证书编号}' },
  { kind: 'text', label: '发证日期', text: '{发证日期}' },
  { kind: 'mongolian', label: '蒙古文', text: '{蒙古文姓名}' },
  { kind: 'code', label: elementKinds.code },
  { kind: 'photo', label: elementKinds.photo },
  { kind: 'seal', label: elementKinds.seal },
  { kind: 'line', label: elementKinds.line },
  { kind: 'border', label: elementKinds.border },
  { kind: 'fill', label: elementKinds.fill },
];

function Tool({
  label,
  icon: Picture,
  disabled,
  onClick,
}: {
  label: string;
  icon: Icon;
  disabled?: boolean;
  onClick(): void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        disabled={disabled ?? false}
        onClick={onClick}
      >
        <Picture size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

export interface DesignerToolbarProps {
  draft: DraftAccess;
  hasSelection: boolean;
  onAdd(element: DesignElement): void;
  onAlign(how: Alignment): void;
  onCopy(): void;
  onRemove(): void;
  onZoom(by: number): void;
  onFit(): void;
}

/** What can be put on the paper, and what can be done to what is chosen. */
export function DesignerToolbar(props: DesignerToolbarProps) {
  const { draft, hasSelection, onAdd, onAlign, onCopy, onRemove, onZoom, onFit } = props;
  const { host } = useHost();
  const { design } = draft;
  const keep = (file: File, use: (hash: string) => void) =>
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      use((await host.proofs.keep({ name: file.name, bytes })).hash);
    });
  return (
    <Group gap={6} mb="xs">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button leftSection={<IconPlus size={16} aria-hidden />}>添加</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {additions.map(({ kind, label, text }) => (
            <Menu.Item key={label} onClick={() => onAdd(newElement(design, kind, text))}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <FileButton
        accept="image/png,image/jpeg"
        onChange={(file) => file && void keep(file, (hash) => onAdd(newImage(design, hash)))}
      >
        {(button) => (
          <Button {...button} variant="default">
            添加图片
          </Button>
        )}
      </FileButton>
      <FileButton
        accept="image/png,image/jpeg"
        onChange={(file) => file && void keep(file, (hash) => draft.change({ ...design, backdrop: hash }))}
      >
        {(button) => (
          <Button {...button} variant="default" leftSection={<IconPhotoScan size={16} aria-hidden />}>
            {design.backdrop === null ? '垫空白证书的扫描件' : '换扫描件'}
          </Button>
        )}
      </FileButton>
      {design.backdrop !== null && (
        <Button variant="subtle" color="indigo.9" onClick={() => draft.change({ ...design, backdrop: null })}>
          去掉扫描件
        </Button>
      )}
      <Tool label="撤销" icon={IconArrowBackUp} disabled={!draft.canUndo} onClick={draft.undo} />
      <Tool label="重做" icon={IconArrowForwardUp} disabled={!draft.canRedo} onClick={draft.redo} />
      <Tool label="复制一份" icon={IconCopy} disabled={!hasSelection} onClick={onCopy} />
      <Tool label="删除" icon={IconTrash} disabled={!hasSelection} onClick={onRemove} />
      {alignments.map(({ how, label, icon }) => (
        <Tool key={how} label={label} icon={icon} disabled={!hasSelection} onClick={() => onAlign(how)} />
      ))}
      <Tool label="缩小" icon={IconZoomOut} onClick={() => onZoom(0.8)} />
      <Tool label="放大" icon={IconZoomIn} onClick={() => onZoom(1.25)} />
      <Tool label="看整张纸" icon={IconZoomReset} onClick={onFit} />
    </Group>
  );
}
