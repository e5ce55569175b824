import { Button, Drawer, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconBan, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { chinesePeriod, momentText } from '../../../shared/domain/civil-date.ts';
import { maskSealed } from '../../../shared/domain/sealed-text.ts';
import { useMay } from '../../components/actor-context.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useDatabase } from '../../database/context.tsx';
import { RecordHistory } from '../history/index.ts';
import { voidCertificate } from './commands.ts';

function factsOf({ snapshot, issuedAt, issuedBy, voided }: Certificate): [string, string][] {
  return [
    ['姓名', snapshot.learnerName],
    [snapshot.documentKind, maskSealed(snapshot.documentNumber)],
    ['工作单位', snapshot.employerName],
    ['培训班', `${snapshot.classTitle}（${snapshot.classNumber}）`],
    ['时间', chinesePeriod(snapshot.startDate, snapshot.endDate)],
    ['学时', `公需 ${snapshot.generalHours}，专业 ${snapshot.professionalHours}`],
    ['考核结果', snapshot.result],
    ['发证', `${momentText(issuedAt)}　${issuedBy}`],
    ...(voided
      ? [['作废', `${momentText(voided.at)}　${voided.by}　${voided.reason}`] as [string, string]]
      : []),
  ];
}

function VoidForm({ certificate }: { certificate: Certificate }) {
  const { execute } = useDatabase();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <Button
        variant="subtle"
        color="red.9"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconBan size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        作废
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(voidCertificate, { id: certificate.id, reason });
          sayDone(`${certificate.number} 已作废`);
        });
      }}
    >
      <Stack gap="xs">
        <TextInput
          label="作废原因"
          description="编号保留、不再使用；改正点名或成绩后可以重新发证"
          required
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" color="red.9">
            作废 {certificate.number}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            取消
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export interface CertificateDrawerProps {
  certificate: Certificate | null;
  onClose(): void;
  onShow(certificate: Certificate): void;
}

/** One certificate beside the register: what it states, its print log, preview and voiding. */
export function CertificateDrawer({ certificate, onClose, onShow }: CertificateDrawerProps) {
  const mayVoid = useMay(voidCertificate);
  return (
    <Drawer
      opened={certificate !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={<Text fw={600}>{certificate?.number}</Text>}
    >
      {certificate && (
        <Stack>
          <Group>
            <Button
              data-autofocus
              leftSection={<IconEye size={16} aria-hidden />}
              onClick={() => onShow(certificate)}
            >
              预览和打印
            </Button>
          </Group>
          <Table>
            <Table.Tbody>
              {factsOf(certificate).map(([label, value]) => (
                <Table.Tr key={label}>
                  <Table.Th w={120}>{label}</Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Title order={2} size="h5">
            打印记录
          </Title>
          {certificate.prints.length === 0 ? (
            <Text size="sm" c="dimmed">
              还没有打印过。
            </Text>
          ) : (
            certificate.prints.map(({ at, by }) => (
              <Text key={at} size="sm">
                {momentText(at)}　{by}
              </Text>
            ))
          )}
          <RecordHistory table="certificates" recordKey={certificate.id} />
          {mayVoid && certificate.state === 'valid' && (
            <VoidForm key={certificate.id} certificate={certificate} />
          )}
        </Stack>
      )}
    </Drawer>
  );
}
