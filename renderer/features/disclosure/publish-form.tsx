import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type Notice,
  type NoticeLine,
  type NoticeTexts,
  noticeTexts,
} from '../../../shared/domain/money/notice.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { publishNotice } from '../../records/disclosure/notice-commands.ts';
import type { NoticeChoices } from '../../records/disclosure/queries.ts';
import { NoticeLines } from './notice-lines.tsx';

export interface PublishFormProps {
  /** Its words are kept for the next version. */
  last: Notice | null;
  choices: NoticeChoices;
  onPublished(notice: Notice): void;
}

function keyOf({ classId, planLineId }: NoticeLine): string {
  return classId ?? planLineId ?? '';
}

/** The next version of the fee disclosure: what it lists, whom to ask, where it is made public. */
export function PublishForm({ last, choices: { classes, planLines }, onPublished }: PublishFormProps) {
  const { execute } = useRecords();
  const today = useToday();
  const lines: NoticeLine[] = [...classes, ...planLines];
  // What is over and free is no news to the public.
  const [dropped, setDropped] = useState<ReadonlySet<string>>(
    () => new Set(classes.filter(({ isOver, items }) => isOver && items.length === 0).map(keyOf)),
  );
  const isChosen = (line: NoticeLine) => !dropped.has(keyOf(line));
  const form = useForm<NoticeTexts>({
    initialValues: {
      scope: last?.scope ?? '面向全区专业技术人员开展公需科目和专业科目继续教育。',
      contact: last?.contact ?? '',
      complaints: last?.complaints ?? '',
      place: last?.place ?? '',
      publishedOn: today,
    },
    validate: schemaResolver(noticeTexts, { sync: true }),
  });
  const publish = (texts: NoticeTexts) =>
    attempt(async () => {
      const notice = await execute(publishNotice, {
        ...texts,
        classIds: classes.filter(isChosen).map(({ classId }) => classId),
        planLineIds: planLines.filter(isChosen).map(({ planLineId }) => planLineId),
      });
      sayDone(`收费公示第 ${notice.version} 版已发布，内容从此不变`);
      onPublished(notice);
    });
  return (
    <form onSubmit={form.onSubmit(publish)}>
      <Stack gap="sm">
        <NoticeLines
          lines={lines}
          choice={{
            isChosen,
            onChange: (line, chosen) => {
              const next = new Set(dropped);
              if (chosen) next.delete(keyOf(line));
              else next.add(keyOf(line));
              setDropped(next);
            },
          }}
        />
        {lines.length === 0 && (
          <Text size="sm" c="dimmed">
            还没有可公示的内容：开设培训班并写好收费项目，或让年度教学计划得到批准。
          </Text>
        )}
        <Textarea label="培训范围" required autosize minRows={2} {...form.getInputProps('scope')} />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="联系人和电话" required {...form.getInputProps('contact')} />
          <TextInput label="监督投诉电话" required {...form.getInputProps('complaints')} />
          <TextInput
            label="公开的地点或网址"
            required
            placeholder="例如 基地一楼公告栏"
            {...form.getInputProps('place')}
          />
          <DateInput
            label="公布日期"
            required
            valueFormat="YYYY-MM-DD"
            maxDate={today}
            {...form.getInputProps('publishedOn')}
          />
        </SimpleGrid>
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            发布后不能修改，有变化就发布新的一版；公布之前的日期不能收费。
          </Text>
          <Button
            type="submit"
            disabled={lines.filter(isChosen).length === 0}
            leftSection={<IconSpeakerphone size={16} aria-hidden />}
          >
            发布第 {(last?.version ?? 0) + 1} 版
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
