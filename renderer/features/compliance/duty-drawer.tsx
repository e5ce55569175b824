import { ActionIcon, Button, Drawer, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import {
  type DutyRecord,
  dutyEvidence,
  type RecordedDuty,
  recordedDuties,
} from '../../../shared/domain/base/duty-record.ts';
import { confirmAct } from '../../components/confirm.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { ProofField } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { recordDuty, removeDutyRecord } from '../../records/compliance/duty-commands.ts';

const hints: Record<RecordedDuty, string> = {
  premises: '例如：培训楼 3 层 6 间教室共 320 座，设备清单 2026-03 盘点',
  textbooks: '例如：公需科目用自治区指定读本（第二版），专业教材目录附后',
  staff: '例如：办公室 4 人，组织机构图 2026-02 印发',
  rules: '例如：《学员管理办法》等 5 项制度，校发〔2025〕8号',
  plan: '例如：2026 年度教学计划，3 月 1 日报市人社局批准',
  disclosure: '例如：3 月 5 日在学校网站和报名处公开范围、内容、收费项目及标准',
  trainers: '例如：专职 6 人、兼职 14 人，其中区外专家 3 人，名册附后',
  evaluation: '例如：每班发放满意度调查表，全年汇总报告 12 月 10 日',
  freeOfCharge: '例如：本年没有行政主管部门直接举办的培训；或：某班由人社局主办，未收费',
  inspection: '例如：9 月 12 日市人社局检查，意见书附后',
};

function NewRecord({ duty, year, today }: { duty: RecordedDuty; year: number; today: string }) {
  const { execute } = useRecords();
  const form = useForm({
    initialValues: { duty, year, evidence: '', date: today, proof: null as DutyRecord['proof'] },
    validate: schemaResolver(dutyEvidence, { sync: true }),
  });
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        attempt(async () => {
          await execute(recordDuty, values);
          sayDone('依据已登记');
          form.reset();
        }),
      )}
    >
      <Stack gap="sm">
        <Textarea
          label="依据"
          description={hints[duty]}
          required
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('evidence')}
        />
        <DateInput label="日期" required w={180} valueFormat="YYYY-MM-DD" {...form.getInputProps('date')} />
        <ProofField
          label="附件"
          description="扫描件或照片，可以不附"
          proof={form.values.proof}
          onChange={(proof) => form.setFieldValue('proof', proof)}
        />
        <Group justify="flex-end">
          <Button type="submit">登记</Button>
        </Group>
      </Stack>
    </form>
  );
}

export interface DutyDrawerProps {
  duty: RecordedDuty | null;
  year: number;
  today: string;
  records: readonly DutyRecord[];
  onClose(): void;
}

/** What shows that a duty was done in a year: on record so far, and one more. */
export function DutyDrawer({ duty, year, today, records, onClose }: DutyDrawerProps) {
  const { execute } = useRecords();
  const own = records.filter((record) => record.duty === duty);
  return (
    <Drawer
      opened={duty !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={
        <Text fw={600}>{duty && `第${recordedDuties[duty].article}条　${recordedDuties[duty].label}`}</Text>
      }
    >
      {duty && (
        <Stack>
          <NewRecord key={duty} duty={duty} year={year} today={today} />
          <Title order={2} size="h5">
            {year} 年已登记 {own.length} 条
          </Title>
          {own.map((record) => (
            <Group key={record.id} justify="space-between" wrap="nowrap" align="flex-start">
              <Stack gap={2}>
                <Text size="sm">
                  {record.date}　{record.evidence}
                </Text>
                <Text size="xs" c="dimmed">
                  {momentText(record.at)}　{record.by}
                </Text>
              </Stack>
              <ActionIcon
                variant="subtle"
                color="red.9"
                aria-label={`删除依据 ${record.evidence}`}
                onClick={() =>
                  confirmAct({
                    title: '删除这条依据？',
                    consequence: `“${record.evidence}”将不再作为依据；可以在“操作记录”里撤销。`,
                    act: '删除',
                    dangerous: true,
                    perform: () => execute(removeDutyRecord, { id: record.id }),
                  })
                }
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
    </Drawer>
  );
}
