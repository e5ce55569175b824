import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileTypeHtml, IconListDetails } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { ProducedFile } from '../../../shared/contract/host.ts';
import { useMay } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { renewSigningKey } from '../../records/certificates/signing-commands.ts';
import { voidedNumbers, writeVerifier } from '../../records/certificates/void-numbers.ts';

interface Written {
  page: ProducedFile;
  list: ProducedFile;
}

/** Proof that anyone can check: the page to hand out, the list of void numbers, and the key. */
export function VerificationDrawer({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const base = useQuery(readBase);
  const today = useToday();
  const mayRenew = useMay(renewSigningKey);
  const [written, setWritten] = useState<Written | null>(null);
  const voided = useLiveQuery(
    async () => (opened ? (await voidedNumbers(database)).length : 0),
    [database, opened],
  );
  if (!base) return null;
  const signing = base.signing;
  const write = (which: keyof Written) =>
    attempt(async () => {
      const files = await writeVerifier(database, host, today);
      setWritten(files);
      download(files[which]);
      sayDone(which === 'page' ? '验证页已生成' : '作废名单已生成');
    });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={520}
      title={<Text fw={600}>证书验证</Text>}
    >
      <Stack gap="sm">
        <Text size="sm">
          证书上的二维码由本基地签名。验证页是一个网页文件，不连网、不装本软件也能验：扫码、选图片、拖入 PDF
          都行。放到网站上，或直接发给用人单位。
        </Text>
        <Text size="sm">
          现在有 {voided ?? 0} 个作废或已更正的编号。验证页里带着今天的名单，{base.settings.voidListDays}{' '}
          天后过期；之后请重新生成，或只换名单文件。
        </Text>
        <Group>
          <Button
            data-autofocus
            leftSection={<IconFileTypeHtml size={16} aria-hidden />}
            onClick={() => write('page')}
          >
            生成验证页
          </Button>
          <Button
            variant="default"
            leftSection={<IconListDetails size={16} aria-hidden />}
            onClick={() => write('list')}
          >
            只要作废名单
          </Button>
        </Group>
        {written && (
          <Button
            variant="subtle"
            style={{ alignSelf: 'flex-start' }}
            onClick={() =>
              attempt(() => host.files.reveal({ fileId: written.page.fileId, name: written.page.name }))
            }
          >
            打开所在文件夹
          </Button>
        )}
        <Title order={2} size="h5">
          签名钥匙
        </Title>
        <Text size="sm">
          第 {signing.generation} 把，{signing.from} 起。钥匙由恢复单一起备份，不用另外保管。
        </Text>
        {signing.retired.map(({ generation, from, until, reason }) => (
          <Text key={generation} size="sm" c="dimmed">
            第 {generation} 把，{from} 至 {until}：{reason}。它签过的证书仍然有效。
          </Text>
        ))}
        {mayRenew && (
          <AskReason
            act="更换钥匙"
            label="更换的原因"
            description="以后的证书用新钥匙签，以前的仍然有效；换完要重新发验证页"
            submit="更换钥匙"
            dangerous
            onReason={async (reason) => {
              const generation = await execute(renewSigningKey, { reason });
              sayDone(`已换成第 ${generation} 把钥匙，请重新生成验证页`);
            }}
          />
        )}
      </Stack>
    </Drawer>
  );
}
