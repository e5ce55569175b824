import { Button, Divider, Group, Loader, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { type Base, baseProfile } from '../../../shared/domain/base/base.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { changeBaseProfile } from '../../records/base/base-commands.ts';
import { readBase } from '../../records/base/queries.ts';
import { ProfileFields, type ProfileValues } from './profile-fields.tsx';
import { SettingsForm } from './settings-form.tsx';

function ProfileForm({ base }: { base: Base }) {
  const { execute } = useRecords();
  const form = useForm<ProfileValues>({
    mode: 'uncontrolled',
    initialValues: base.profile,
    validate: schemaResolver(baseProfile, { sync: true }),
  });
  return (
    <form
      onSubmit={form.onSubmit((profile) =>
        attempt(async () => {
          await execute(changeBaseProfile, profile);
          sayDone('基地信息已修改，已发的证书不受影响');
        }),
      )}
    >
      <ProfileFields form={form} />
      <Group mt="md">
        <Button type="submit">保存基地信息</Button>
      </Group>
    </form>
  );
}

function AboutHost() {
  const { host } = useHost();
  const [about, setAbout] = useState<Awaited<ReturnType<typeof host.app.describe>> | null>(null);
  useEffect(() => {
    void attempt(async () => setAbout(await host.app.describe({})));
  }, [host]);
  if (about === null) return <Loader size="sm" aria-label="正在读取" />;
  return (
    <Text size="sm">
      版本 {about.version}，运行于{about.host === 'electron' ? '桌面窗口' : '本机浏览器'}。数据文件夹：
      {about.dataFolder}
    </Text>
  );
}

export function SettingsPage() {
  const base = useQuery(readBase);
  if (!base) return null;
  return (
    <Page title="设置" subtitle="办法没有规定的数字都在这里，改动不影响已有的培训班和证书">
      <ScrollArea h="100%">
        <Stack gap="lg" maw={760}>
          <div>
            <Title order={2} size="h4" mb="sm">
              基地信息
            </Title>
            <ProfileForm base={base} />
          </div>
          <Divider />
          <div>
            <Title order={2} size="h4" mb="sm">
              考核与证书
            </Title>
            <SettingsForm base={base} />
          </div>
          <Divider />
          <div>
            <Title order={2} size="h4" mb="sm">
              关于
            </Title>
            <AboutHost />
          </div>
        </Stack>
      </ScrollArea>
    </Page>
  );
}
