import { Alert, Group, Paper, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { CertificateStatement } from '../../../shared/domain/certificates/certificate.ts';
import type { CertificateDesign } from '../../../shared/domain/certificates/certificate-design.ts';
import { messageOf } from '../../../shared/refusals/index.ts';
import { choices } from '../../components/choices.ts';
import { useHost } from '../../host/context.tsx';
import { toBase64 } from './design-file.ts';
import { type SampleName, sampleNames } from './samples.ts';

const settleMilliseconds = 350;
const pictureHeight = 900;

interface Shown {
  url: string;
  problems: string[];
}

export interface PreviewPaneProps {
  design: CertificateDesign;
  sample: CertificateStatement;
  name: SampleName;
  onName(name: SampleName): void;
}

/** The design as it is printed, by the same code that prints it, and what would not come out. */
export function PreviewPane({ design, sample, name, onName }: PreviewPaneProps) {
  const { host } = useHost();
  const [onBlank, setOnBlank] = useState(false);
  const [settled] = useDebouncedValue(design, settleMilliseconds);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isAsked = true;
    host.designs.preview({ design: settled, certificate: sample, onBlank, height: pictureHeight }).then(
      ({ picture, problems }) => {
        if (!isAsked) return;
        setFailure('');
        setShown({ url: `data:image/png;base64,${toBase64(picture)}`, problems });
      },
      (thrown: unknown) => isAsked && setFailure(messageOf(thrown)),
    );
    return () => {
      isAsked = false;
    };
  }, [host, settled, sample, onBlank]);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label="用谁来看"
          data={choices(sampleNames)}
          value={name}
          onChange={(value) => onName(value as SampleName)}
        />
        <Switch
          size="xs"
          label="套打"
          checked={onBlank}
          onChange={(event) => setOnBlank(event.currentTarget.checked)}
        />
      </Group>
      <Paper withBorder>
        {shown && <img src={shown.url} alt="印出来的样子" style={{ display: 'block', width: '100%' }} />}
      </Paper>
      {failure !== '' && (
        <Text size="sm" c="red.9">
          {failure}
        </Text>
      )}
      {shown?.problems.map((problem) => (
        <Alert key={problem} variant="outline" color="#b93815" p="xs" role="status">
          {problem}
        </Alert>
      ))}
    </Stack>
  );
}
