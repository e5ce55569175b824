import {
  Box,
  Button,
  Group,
  NumberInput,
  ScrollArea,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFileExport, IconPalette } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Base } from '../../../shared/domain/base/base.ts';
import {
  certificateDesign,
  type DesignElement,
} from '../../../shared/domain/certificates/certificate-design.ts';
import type { StoredDesign } from '../../../shared/domain/certificates/stored-design.ts';
import { firstIssue } from '../../../shared/refusals/first-issue.ts';
import { sealSpaceProblem } from '../../../shared/regulation/seal-space.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { DraftButtons, DraftState, useDrafted } from '../../components/drafted.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useShortcut } from '../../components/use-shortcut.ts';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { editDesign, publishDesign } from '../../records/designs/design-commands.ts';
import { Canvas } from './canvas.tsx';
import { writeDesignFile } from './design-file.ts';
import { DesignerToolbar } from './designer-toolbar.tsx';
import { Layers } from './layers.tsx';
import { copyOf } from './new-element.ts';
import { PreviewPane } from './preview-pane.tsx';
import { Properties } from './properties.tsx';
import { type SampleName, sampleCertificate } from './samples.ts';
import { type Alignment, aligned } from './snap.ts';
import { draftOf, type PaperSide, paperSides, useDraft } from './use-draft.ts';

/** What stands around the canvas, in pixels: menu and panel beside it, title and tools above. */
const around = { width: 650, height: 270 };

/** Pixels a millimetre at which the whole paper is seen. */
function fittingScale({ width, height }: { width: number; height: number }): number {
  const across = (window.innerWidth - around.width) / width;
  const down = (window.innerHeight - around.height) / height;
  return Math.max(0.6, Math.min(across, down));
}

function Designer({ stored, base }: { stored: StoredDesign; base: Base }) {
  const { execute } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const whole = useDraft(stored.draft);
  const [side, setSide] = useState<PaperSide>('front');
  const draft = draftOf(whole, side);
  const { design } = draft;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [scale, setScale] = useState(() => fittingScale(stored.draft));
  const [name, setName] = useState<SampleName>('usual');
  const sample = useMemo(() => sampleCertificate(base, name, today), [base, name, today]);
  const chosen = design.elements.filter(({ id }) => selected.has(id));
  const [only] = chosen.length === 1 ? chosen : [];
  const parsed = certificateDesign.safeParse(whole.design);
  const fault = parsed.success ? '' : firstIssue(parsed.error).why;
  const sealProblem = sealSpaceProblem(whole.design);
  const drafted = useDrafted(stored, whole.design, {
    keep: () => execute(editDesign, { id: stored.id, design: whole.design }),
    kept: '样式已保存',
    publish: () => execute(publishDesign, { id: stored.id }),
    published: (version) => `第 ${version} 版已发布`,
  });
  const add = (...elements: DesignElement[]) => {
    draft.change({ ...design, elements: [...design.elements, ...elements] });
    setSelected(new Set(elements.map(({ id }) => id)));
  };
  const copy = () => {
    let grown = design;
    const copies = chosen.map((element) => {
      const made = copyOf(grown, element);
      grown = { ...grown, elements: [...grown.elements, made] };
      return made;
    });
    add(...copies);
  };
  const remove = () => {
    draft.change({ ...design, elements: design.elements.filter(({ id }) => !selected.has(id)) });
    setSelected(new Set());
  };
  const align = (how: Alignment) => draft.put(aligned(chosen, how, design) as DesignElement[]);
  useHotkeys(
    [
      ['mod+Z', draft.undo],
      ['mod+Y', draft.redo],
      ['mod+shift+Z', draft.redo],
      ['mod+D', copy],
      ['Delete', remove],
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
  useShortcut(editDesign, () => void drafted.save());
  return (
    <Page
      title={design.name || '未命名样式'}
      subtitle={
        <Group gap="xs">
          <DraftState drafted={drafted} />
          <span>已发的证书停在当时的样子，不受改动影响。</span>
        </Group>
      }
      action={
        <>
          <Button
            variant="default"
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => attempt(async () => download(await writeDesignFile(host, whole.design)))}
          >
            导出
          </Button>
          <DraftButtons drafted={drafted} fault={fault} />
        </>
      }
    >
      {fault !== '' && <Warning>{fault}</Warning>}
      {sealProblem !== null && (
        <Warning mb="xs">{sealProblem}：署名和日期上面要留出 50 × 50 毫米盖章，留好才能发布。</Warning>
      )}
      <DesignerToolbar
        draft={draft}
        hasSelection={chosen.length > 0}
        onAdd={add}
        onAlign={align}
        onCopy={copy}
        onRemove={remove}
        onZoom={(by) => setScale((now) => Math.min(8, Math.max(0.6, now * by)))}
        onFit={() => setScale(fittingScale(design))}
      />
      <Group align="stretch" wrap="nowrap" gap="sm" flex={1} mih={0}>
        <Box flex={1} miw={0} bg="gray.2" p="sm" style={{ overflow: 'auto' }}>
          <SegmentedControl
            size="xs"
            mb="xs"
            aria-label="哪一面"
            data={choices(paperSides)}
            value={side}
            onChange={(value) => {
              setSide(value as PaperSide);
              setSelected(new Set());
            }}
          />
          <Canvas draft={draft} selected={selected} onSelect={setSelected} sample={sample} scale={scale} />
        </Box>
        <ScrollArea w={400} type="auto">
          <Stack gap="sm" pr="sm">
            <PreviewPane design={design} sample={sample} name={name} onName={setName} />
            {only ? (
              <Properties
                key={only.id}
                element={only}
                onChange={(element, step) => draft.put([element], step)}
              />
            ) : (
              <SimpleGrid cols={3} spacing={6}>
                <TextInput
                  label="样式名称"
                  size="xs"
                  value={design.name}
                  onChange={(event) => draft.change({ ...design, name: event.currentTarget.value }, 'name')}
                />
                {(['width', 'height'] as const).map((length) => (
                  <NumberInput
                    key={length}
                    label={length === 'width' ? '纸宽（毫米）' : '纸高（毫米）'}
                    size="xs"
                    min={50}
                    max={1000}
                    value={design[length]}
                    onChange={(value) =>
                      typeof value === 'number' && draft.change({ ...design, [length]: value }, length)
                    }
                  />
                ))}
              </SimpleGrid>
            )}
            <Text size="sm" fw={600}>
              图层
            </Text>
            <Layers design={design} selected={selected} onSelect={setSelected} onChange={draft.change} />
          </Stack>
        </ScrollArea>
      </Group>
    </Page>
  );
}

/** Designs a certificate: what is on it, where, in exact millimetres, seen as it is printed. */
export function DesignerPage({ designId }: { designId: string }) {
  const { database } = useRecords();
  const base = useQuery(readBase);
  const stored = useLiveQuery(
    async () => (await database.rows.certificateDesigns.get(designId)) ?? null,
    [database, designId],
  );
  if (stored === undefined || !base) return null;
  if (stored === null) {
    return (
      <EmptyState icon={IconPalette} title="没有这个样式" hint="它可能已被删除。">
        <Button component={Link} href="/certificate-designs" variant="default">
          回到证书样式
        </Button>
      </EmptyState>
    );
  }
  return <Designer key={stored.id} stored={stored} base={base} />;
}
