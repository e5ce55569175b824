import { Button, Drawer, Group, NumberInput, Radio, Select, Stack, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Access } from '../../../shared/domain/surveys/survey-run.ts';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { openBox } from '../../records/surveys/ballot-box.ts';
import type { ListedSurvey } from '../../records/surveys/queries.ts';
import { openSurveyRun } from '../../records/surveys/run-commands.ts';

export interface OpenRunDrawerProps {
  opened: boolean;
  surveys: readonly ListedSurvey[];
  /** The class it is about where that is decided already. */
  classId: string | null;
  onClose(): void;
}

/** Puts a survey to people: which, about which class, and whether each has a code. */
export function OpenRunDrawer({ opened, surveys, classId, onClose }: OpenRunDrawerProps) {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const [, navigate] = useLocation();
  const published = surveys.filter(({ version }) => version > 0);
  const [surveyId, setSurveyId] = useState<string | null>(null);
  const [about, setAbout] = useState<string | null>(classId);
  const [access, setAccess] = useState<Access>('codes');
  const [given, setGiven] = useState<number | string>('');
  const chosen = published.find(({ id }) => id === surveyId) ?? published[0];
  const isEmployers = chosen?.audience === 'employers';
  const classes = useLiveQuery(async () => {
    const all = await database.rows.classes.toArray();
    return all.sort((a, b) => (b.endDate ?? '').localeCompare(a.endDate ?? ''));
  }, [database]);
  const people = useLiveQuery(
    async () => (about ? database.rows.enrolments.where('classId').equals(about).count() : 0),
    [database, about],
  );
  useEffect(() => {
    if (opened) setAbout(classId);
  }, [opened, classId]);
  useEffect(() => {
    setGiven(isEmployers || !people ? '' : people);
  }, [people, isEmployers]);
  const open = () =>
    attempt(async () => {
      if (!chosen) return;
      const run = await execute(openSurveyRun, {
        surveyId: chosen.id,
        aboutClassId: about,
        access,
        given: Number(given) || 0,
      });
      await openBox(database, host, run);
      onClose();
      navigate(`/survey-runs/${run.id}`);
    });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={460}
      title={<Text fw={600}>发放问卷</Text>}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Stack gap="sm">
          {published.length === 0 ? (
            <Text size="sm">还没有发布过的问卷。请先在“问卷”里打开一份，点“发布”。</Text>
          ) : (
            <Select
              label="问卷"
              allowDeselect={false}
              data={published.map(({ id, draft, version }) => ({
                value: id,
                label: `${draft.title}（第 ${version} 版）`,
              }))}
              value={chosen?.id ?? null}
              onChange={setSurveyId}
              data-autofocus
            />
          )}
          <Select
            label="培训班"
            description={isEmployers ? '回访哪个班的效果' : '问这个班的学员；教师按课程表列出'}
            placeholder="不针对某个班，例如需求调查"
            clearable
            searchable
            disabled={classId !== null}
            data={(classes ?? []).map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${title}`,
            }))}
            value={about}
            onChange={setAbout}
          />
          <Radio.Group label="一人一答" value={access} onChange={(value) => setAccess(value as Access)}>
            <Stack gap={6} mt={6}>
              <Radio
                value="codes"
                label="每人一张随机码（推荐）"
                description="打印成票，随机发放，用一次即作废；知道还有几份没交，不知道是谁"
              />
              <Radio value="open" label="不用码" description="发出的份数由您填写" />
            </Stack>
          </Radio.Group>
          <NumberInput
            label="发出份数"
            description={access === 'codes' ? '打印票以后，以印出的张数为准' : '结束收集时还能改'}
            min={0}
            allowDecimal={false}
            value={given}
            onChange={setGiven}
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={!chosen}>
              开始收集
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
