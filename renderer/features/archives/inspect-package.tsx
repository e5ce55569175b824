import { Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconFileZip, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ArchiveFinding } from '../../../shared/contract/archives.ts';
import type { Host } from '../../../shared/contract/host.ts';
import { attachmentLimit } from '../../../shared/domain/teaching/attachment.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { receiveVolumes } from '../../records/archives/shelf-commands.ts';
import { FindingView } from './finding-view.tsx';

interface Inspected {
  findings: ArchiveFinding[];
  extra: string[];
  isOriginal: boolean | null;
}

function containerText({ isOriginal, extra }: Inspected): string {
  return [
    ...(isOriginal === true ? ['压缩包就是导出时的那一个，一字节不差。'] : []),
    ...(isOriginal === false ? ['压缩包被重新打包过，以下按每个文件核对。'] : []),
    ...(extra.length > 0 ? [`清单以外的文件 ${extra.length} 个：${extra.slice(0, 5).join('、')}`] : []),
  ].join('');
}

type Source = Parameters<Host['archives']['inspect']>[0]['source'];

/** A zip that was chosen; one too large for a call has to be named by where it lies. */
async function readFile(file: File): Promise<Source> {
  if (file.size > attachmentLimit.bytes) throw refusal('packageTooLarge', { name: file.name });
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Compares an archive that was exported, here or elsewhere, with its manifests; a whole one may be kept. */
export function InspectPackage({ onReceived }: { onReceived(): void }) {
  const { execute } = useRecords();
  const { host } = useHost();
  const [source, setSource] = useState<Source | null>(null);
  const [path, setPath] = useState('');
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [busy, setBusy] = useState(false);
  const inspect = async (read: () => Promise<Source>) => {
    setInspected(null);
    setBusy(true);
    await attempt(async () => {
      const chosen = await read();
      setInspected(await host.archives.inspect({ source: chosen }));
      setSource(chosen);
    });
    setBusy(false);
  };
  const receive = () =>
    attempt(async () => {
      if (!source) return;
      const { received } = await host.archives.receive({ source });
      const count = await execute(receiveVolumes, { received });
      sayDone(`已收入 ${count} 卷`);
      onReceived();
    });
  const isWhole = inspected?.findings.every((one) => one.isWhole) ?? false;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        选择导出的压缩包，或写出文件夹的位置；每个文件都按清单里的 SHA-256 核对。
      </Text>
      <Group>
        <FileButton accept=".zip" onChange={(chosen) => chosen && void inspect(() => readFile(chosen))}>
          {(props) => (
            <Button
              {...props}
              loading={busy}
              leftSection={<IconFileZip size={16} aria-hidden />}
              data-autofocus
            >
              选择压缩包
            </Button>
          )}
        </FileButton>
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void inspect(async () => ({ path: path.trim() }));
        }}
      >
        <Group align="flex-end">
          <TextInput
            label="文件夹或大的压缩包的位置"
            placeholder="例如 E:\2026年教学档案"
            flex={1}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={path.trim() === ''}
            leftSection={<IconShieldCheck size={16} aria-hidden />}
          >
            核对
          </Button>
        </Group>
      </form>
      {inspected && (
        <>
          <Text size="sm">{containerText(inspected)}</Text>
          {inspected.findings.map((finding) => (
            <Stack key={finding.manifest.number} gap={4}>
              <Text size="sm" fw={600}>
                {finding.manifest.number} {finding.manifest.classTitle}（{finding.manifest.baseName}）
              </Text>
              <FindingView finding={finding} problem="" />
            </Stack>
          ))}
          {source && isWhole && (
            <Group justify="flex-end">
              <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={receive}>
                收入档案架
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}
