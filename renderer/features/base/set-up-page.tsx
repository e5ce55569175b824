import { Button, Center, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconArrowRight, IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { baseProfile } from '../../../shared/domain/base/base.ts';
import { useCapabilities } from '../../components/capabilities-context.tsx';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { setUpBase } from '../../records/base/base-commands.ts';
import { loadSample } from '../../records/sample/load-sample.ts';
import { emptyProfile, ProfileFields, type ProfileValues } from './profile-fields.tsx';

/** First start: eight answers, or the sample to try with, or what other capabilities begin with. */
export function SetUpPage() {
  const capabilities = useCapabilities();
  const { execute } = useRecords();
  const [busy, setBusy] = useState(false);
  const form = useForm<ProfileValues>({
    mode: 'uncontrolled',
    initialValues: emptyProfile,
    validate: schemaResolver(baseProfile, { sync: true }),
  });
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  };
  return (
    <Center mih="100vh" p="lg" bg="gray.1" component="main">
      <Paper shadow="sm" p="xl" w={760} withBorder>
        <Stack gap="md">
          <div>
            <Title order={1} size="h2">
              填写基地信息
            </Title>
            <Text c="dimmed" mt={4}>
              先填写基地的批准信息，之后随时可以在“设置”里修改。数据只保存在这台电脑上。
            </Text>
          </div>
          <form onSubmit={form.onSubmit((profile) => run(() => execute(setUpBase, profile)))}>
            <Stack gap="md">
              <ProfileFields form={form} />
              <Group justify="flex-end">
                <Button type="submit" loading={busy} rightSection={<IconArrowRight size={16} aria-hidden />}>
                  开始使用
                </Button>
              </Group>
            </Stack>
          </form>
          <Divider label="或者" />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              先看看它怎么用：一个虚构的基地、24 名学员和两个培训班。
            </Text>
            <Button
              variant="light"
              loading={busy}
              leftSection={<IconFlask size={16} aria-hidden />}
              onClick={() => run(() => execute(loadSample, {}))}
            >
              用示例数据试一试
            </Button>
          </Group>
          <Divider />
          <Text size="sm" c="dimmed">
            这台电脑只在教室里点名：打开基地的电脑交来的班级文件，不用填写基地信息。
          </Text>
          {capabilities.map(({ label, otherStart: Start }) => Start && <Start key={label} />)}
        </Stack>
      </Paper>
    </Center>
  );
}
