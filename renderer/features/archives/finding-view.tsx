import { Stack, Text } from '@mantine/core';
import type { ArchiveFinding } from '../../../shared/contract/archives.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { Warning } from '../../components/warning.tsx';

const stateWords = { whole: '完好', changed: '被改动', missing: '缺失', extra: '清单以外' } as const;

/** What comparing a volume with its manifest found. */
export function FindingView({ finding, problem }: { finding: ArchiveFinding | null; problem: string }) {
  if (!finding) return <Warning>{problem}</Warning>;
  const bad = finding.files.filter(({ state }) => state !== 'whole');
  return (
    <Stack gap={4}>
      <StateBadge tone={finding.isWhole ? 'good' : 'bad'}>
        {finding.isWhole ? `${finding.files.length} 个文件与清单一致` : `${bad.length} 个文件与清单不符`}
      </StateBadge>
      {bad.map(({ file, state }) => (
        <Text key={file} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {file}：{stateWords[state]}
        </Text>
      ))}
    </Stack>
  );
}
