import { Alert, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconReplace } from '@tabler/icons-react';
import { chinesePeriod, momentText } from '../../../shared/domain/base/civil-date.ts';
import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import { maskSealed } from '../../../shared/domain/people/sealed-text.ts';
import { useMay } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { sayDone } from '../../components/notify.ts';
import { RecordHistory } from '../../components/record-history.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { replaceCertificates, voidCertificate } from '../../records/certificates/certificate-commands.ts';
import { printChoice } from '../../records/designs/print-means.ts';

function factsOf({ snapshot, issuedAt, issuedBy, voided, replacedBy }: Certificate): [string, string][] {
  return [
    ['姓名', snapshot.learnerName],
    [snapshot.documentKind, maskSealed(snapshot.documentNumber)],
    ['工作单位', snapshot.employerName],
    ['培训班', `${snapshot.classTitle}（${snapshot.classNumber}）`],
    ['时间', chinesePeriod(snapshot.startDate, snapshot.endDate)],
    ['学时', `公需 ${snapshot.generalHours}，专业 ${snapshot.professionalHours}`],
    ['考核结果', snapshot.result],
    ['发证', `${momentText(issuedAt)}　${issuedBy}`],
    ...(snapshot.replaces ? [['更正', `替代 ${snapshot.replaces}`] as [string, string]] : []),
    ...(replacedBy ? [['已更正', `由 ${replacedBy} 替代`] as [string, string]] : []),
    ...(voided
      ? [['作废', `${momentText(voided.at)}　${voided.by}　${voided.reason}`] as [string, string]]
      : []),
  ];
}

export interface CertificateDrawerProps {
  certificate: Certificate | null;
  onClose(): void;
  onShow(certificate: Certificate): void;
}

/** One certificate beside the register: what it states, its print log, preview, replacing and voiding. */
export function CertificateDrawer({ certificate, onClose, onShow }: CertificateDrawerProps) {
  const { execute } = useRecords();
  const mayVoid = useMay(voidCertificate);
  const mayReplace = useMay(replaceCertificates);
  const replace = ({ id, number }: Certificate) =>
    confirmAct({
      title: `更正证书 ${number}？`,
      consequence: `按现在登记的学员、学时和考核结果发一张新编号的证书，注明替代 ${number}；原证书保留编号，状态改为“已更正”。`,
      act: '发更正的证书',
      perform: async () => {
        const [issued] = await execute(replaceCertificates, { ids: [id], desk: printChoice().desk });
        if (!issued) return;
        sayDone(`已发更正的证书 ${issued.number}`);
        onShow(issued);
      },
    });
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
          {certificate.toReplace && (
            <Alert
              variant="outline"
              color="red.9"
              icon={<IconAlertTriangle aria-hidden />}
              title="待更正，不能再打印"
            >
              {momentText(certificate.toReplace.at)} {certificate.toReplace.by} 更正了登记：
              {certificate.toReplace.reason}。请发更正的证书；不再符合条件的请作废。
            </Alert>
          )}
          <Group>
            {!certificate.toReplace && (
              <Button
                data-autofocus
                leftSection={<IconEye size={16} aria-hidden />}
                onClick={() => onShow(certificate)}
              >
                预览和打印
              </Button>
            )}
            {mayReplace && certificate.state === 'valid' && (
              <Button
                variant={certificate.toReplace ? 'filled' : 'default'}
                leftSection={<IconReplace size={16} aria-hidden />}
                onClick={() => replace(certificate)}
              >
                发更正的证书
              </Button>
            )}
          </Group>
          <FactsTable facts={factsOf(certificate)} />
          <Title order={2} size="h5">
            打印记录
          </Title>
          {certificate.prints.length === 0 ? (
            <Text size="sm" c="dimmed">
              还没有打印过。
            </Text>
          ) : (
            certificate.prints.map(({ at, by, blank }) => (
              <Text key={at} size="sm">
                {momentText(at)}　{by}
                {blank && `　空白证书 ${blank}`}
              </Text>
            ))
          )}
          <RecordHistory table="certificates" recordKey={certificate.id} />
          {mayVoid && certificate.state === 'valid' && (
            <AskReason
              key={certificate.id}
              act="作废"
              label="作废原因"
              description="编号保留、不再使用；改正点名或成绩后可以重新发证"
              submit={`作废 ${certificate.number}`}
              dangerous
              onReason={async (reason) => {
                await execute(voidCertificate, { id: certificate.id, reason });
                sayDone(`${certificate.number} 已作废`);
              }}
            />
          )}
        </Stack>
      )}
    </Drawer>
  );
}
