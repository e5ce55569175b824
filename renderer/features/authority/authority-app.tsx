import { Button, Group, Stack, Tabs, Text, TextInput, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { AuthorityState } from '../../../shared/contract/authority.ts';
import { download } from '../../components/download.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';
import { RegionPage } from './region-page.tsx';
import { TakingPage } from './taking-page.tsx';

function OwnKeys({ state, onChanged }: { state: AuthorityState; onChanged(): Promise<unknown> }) {
  const { host } = useHost();
  const [name, setName] = useState(state.name);
  return (
    <Stack maw={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(async () => {
            await host.authority.rename({ name });
            sayDone('已保存');
            await onChanged();
          });
        }}
      >
        <Group align="flex-end">
          <TextInput
            label="本部门的名称"
            description="写在回执和公钥卡上"
            flex={1}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === state.name}>
            保存
          </Button>
        </Group>
      </form>
      <Text>
        本部门公钥的指纹：<b>{state.fingerprint}</b>
      </Text>
      <Text size="sm">
        把公钥卡发给各基地，请它们打电话和您核对这个指纹。基地登记以后，能验证您的回执，也能把报送包加密给您。
      </Text>
      <Group>
        <Button
          disabled={state.name === ''}
          onClick={() => attempt(async () => download(await host.authority.writeCard({})))}
        >
          导出公钥卡
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        密钥和收下的数据都在这台电脑上。记名的学员明细没有加密，请保管好这台电脑，并备份整个数据文件夹。
      </Text>
    </Stack>
  );
}

/** The desk of an authority (第28条): it has no base, no learners and no accounts of its own. */
export function AuthorityApp() {
  const { host } = useHost();
  const [state, setState] = useState<AuthorityState | null>(null);
  const read = useCallback(() => attempt(async () => setState(await host.authority.describe({}))), [host]);
  useEffect(() => void read(), [read]);
  if (!state) return null;
  return (
    <Stack component="main" p="lg" gap="sm" mih="100dvh">
      <Title order={1} size="h3">
        继续教育统计汇总{state.name !== '' && `　${state.name}`}
      </Title>
      {state.problems.map((problem) => (
        <Warning key={problem}>{problem}</Warning>
      ))}
      <Tabs defaultValue={state.name === '' ? 'own' : 'taking'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="taking">收取</Tabs.Tab>
          <Tabs.Tab value="region">汇总</Tabs.Tab>
          <Tabs.Tab value="own">本部门</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="taking">
          <TakingPage state={state} onChanged={read} />
        </Tabs.Panel>
        <Tabs.Panel value="region">
          <RegionPage state={state} />
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <OwnKeys state={state} onChanged={read} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
