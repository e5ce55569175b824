import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { TrainerDetails } from '../../../shared/domain/people/trainer.ts';
import { ProofField } from '../../components/proof-field.tsx';

type Certificates = TrainerDetails['certificates'];

export interface CertificatesFieldProps {
  certificates: Certificates;
  onChange(certificates: Certificates): void;
}

/** A trainer's qualifications, each with its last day and scan. */
export function CertificatesField({ certificates, onChange }: CertificatesFieldProps) {
  const set = (index: number, change: Partial<Certificates[number]>) =>
    onChange(certificates.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <Fieldset legend="资格证书" p="sm">
      <Stack gap="sm">
        {certificates.map((certificate, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that is its own while it is typed
          <Stack key={index} gap={6}>
            <Group align="flex-end" wrap="nowrap" gap="xs">
              <TextInput
                label="证书名称"
                required
                flex={2}
                value={certificate.title}
                onChange={(event) => set(index, { title: event.currentTarget.value })}
              />
              <TextInput
                label="证书编号"
                flex={2}
                value={certificate.number}
                onChange={(event) => set(index, { number: event.currentTarget.value })}
              />
              <DateInput
                label="有效期至"
                flex={1}
                miw={130}
                valueFormat="YYYY-MM-DD"
                placeholder="长期"
                clearable
                clearButtonProps={{ 'aria-label': '清除有效期' }}
                value={certificate.expiresOn}
                onChange={(expiresOn) => set(index, { expiresOn })}
              />
              <ActionIcon
                variant="subtle"
                color="red.9"
                size="lg"
                aria-label={`去掉证书 ${certificate.title}`}
                onClick={() => onChange(certificates.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            <ProofField
              label="证书扫描件"
              description=""
              proof={certificate.proof}
              onChange={(proof) => set(index, { proof })}
            />
          </Stack>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              onChange([...certificates, { title: '', number: '', expiresOn: null, proof: null }])
            }
          >
            添加证书
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
