import { Button, Group, NumberInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { type Base, type BaseSettings, baseSettings } from '../../../shared/domain/base/base.ts';
import {
  readDayArrangements,
  writeDayArrangements,
} from '../../../shared/domain/base/day-arrangement-text.ts';
import { numberPattern, paperNumber } from '../../../shared/domain/base/paper-number.ts';
import { readNumberBlocks, writeNumberBlocks } from '../../../shared/domain/certificates/number-block.ts';
import { latenessRules, partHourRules } from '../../../shared/domain/teaching/counting-rules.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { changeSettings } from '../../records/base/base-commands.ts';
import { ArchivePartsField } from './archive-parts-field.tsx';
import { LinesField } from './lines-field.tsx';

function numberExample(pattern: string, code: string, year: number): string {
  if (!numberPattern.safeParse(pattern).success) return '—';
  return paperNumber({ pattern, baseCode: code, year }, 37);
}

/** What the measures leave open, each with its default; what exists keeps what it has. */
export function SettingsForm({ base }: { base: Base }) {
  const { execute } = useRecords();
  const year = Number(useToday().slice(0, 4));
  const [problem, setProblem] = useState<string | null>(null);
  const [blockProblem, setBlockProblem] = useState<string | null>(null);
  const form = useForm<BaseSettings>({
    initialValues: base.settings,
    validate: schemaResolver(baseSettings, { sync: true }),
  });
  const archivePartsError = Object.entries(form.errors).find(([path]) =>
    path.startsWith('archiveParts'),
  )?.[1];
  return (
    <form
      onSubmit={form.onSubmit((settings) =>
        attempt(async () => {
          if (problem) throw refusal('badInput', { where: '节假日安排', why: problem });
          if (blockProblem) throw refusal('badInput', { where: '证书编号分段', why: blockProblem });
          await execute(changeSettings, settings);
          sayDone('设置已修改，只用于今后的培训班和证书');
        }),
      )}
    >
      <Stack gap="sm" maw={640}>
        <Group grow align="flex-start">
          <NumberInput
            label="出勤率要求（%）"
            description="新建培训班的默认值"
            min={0}
            max={100}
            allowDecimal={false}
            {...form.getInputProps('attendanceThresholdPercent')}
          />
          <NumberInput
            label="及格分"
            description="新建培训班的默认值"
            min={0}
            max={100}
            {...form.getInputProps('passMark')}
          />
        </Group>
        <Group grow align="flex-start">
          <Select
            label="不足一学时的部分"
            description="新建培训班照此，已有的班不变"
            allowDeselect={false}
            data={choices(partHourRules)}
            {...form.getInputProps('partHours')}
          />
          <Select
            label="迟到"
            description="新建培训班照此，已有的班不变"
            allowDeselect={false}
            data={choices(latenessRules)}
            {...form.getInputProps('lateness')}
          />
        </Group>
        <Group grow align="flex-start">
          <NumberInput
            label="结班期限（天）"
            description="最后一次课之后"
            min={1}
            max={365}
            allowDecimal={false}
            {...form.getInputProps('filingDeadlineDays')}
          />
          <NumberInput
            label="资料保存（年）"
            description="结班当年之后的整年数"
            min={1}
            max={100}
            allowDecimal={false}
            {...form.getInputProps('retentionYears')}
          />
          <NumberInput
            label="低分项（低于几分）"
            description="满分 5，低的要有改进任务"
            min={1}
            max={5}
            step={0.1}
            decimalScale={1}
            {...form.getInputProps('improvementBelowMean')}
          />
          <NumberInput
            label="作废名单有效（天）"
            description="过期的名单验不出有效"
            min={1}
            max={366}
            allowDecimal={false}
            {...form.getInputProps('voidListDays')}
          />
        </Group>
        <Group grow align="flex-start">
          <NumberInput
            label="年报期限（天）"
            description="每年结束之后；0 表示不用报"
            min={0}
            max={180}
            allowDecimal={false}
            {...form.getInputProps('yearSubmissionDays')}
          />
          <NumberInput
            label="季报期限（天）"
            description="每季度结束之后；0 表示不用报"
            min={0}
            max={90}
            allowDecimal={false}
            {...form.getInputProps('quarterSubmissionDays')}
          />
          <NumberInput
            label="月报期限（天）"
            description="每月结束之后；0 表示不用报"
            min={0}
            max={60}
            allowDecimal={false}
            {...form.getInputProps('monthSubmissionDays')}
          />
        </Group>
        <TextInput
          label="证书编号规则"
          description={`可用 {代码}、{年份}、{序号:位数}。例：${numberExample(form.values.certificateNumberPattern, base.profile.code, year)}`}
          {...form.getInputProps('certificateNumberPattern')}
        />
        <LinesField
          label="证书编号分段"
          description="几个窗口、几台电脑各自发证时，每行给一个窗口一段序号，例如“总台 1-50000”“二号台 50001-99999”，编号就不会撞；只有一个窗口就空着"
          minRows={1}
          maxRows={8}
          written={writeNumberBlocks(base.settings.numberBlocks)}
          read={readNumberBlocks}
          onChange={(read) => {
            setBlockProblem(read.ok ? null : read.problem);
            if (read.ok) form.setFieldValue('numberBlocks', read.blocks);
          }}
        />
        <TextInput
          label="学时证明编号规则"
          description={`例：${numberExample(form.values.transcriptNumberPattern, base.profile.code, year)}`}
          {...form.getInputProps('transcriptNumberPattern')}
        />
        <TextInput
          label="收据编号规则"
          description={`例：${numberExample(form.values.receiptNumberPattern, base.profile.code, year)}`}
          {...form.getInputProps('receiptNumberPattern')}
        />
        <TextInput
          label="聘书编号规则"
          description={`例：${numberExample(form.values.appointmentNumberPattern, base.profile.code, year)}`}
          {...form.getInputProps('appointmentNumberPattern')}
        />
        <TextInput
          label="案卷号规则"
          description={`例：${numberExample(form.values.archiveNumberPattern, base.profile.code, year)}`}
          {...form.getInputProps('archiveNumberPattern')}
        />
        <ArchivePartsField
          parts={form.values.archiveParts}
          onChange={(parts) => form.setFieldValue('archiveParts', parts)}
        />
        {archivePartsError && (
          <Text size="sm" c="red.9">
            归档内容：{archivePartsError}
          </Text>
        )}
        <LinesField
          label="节假日安排"
          description="法定节假日已内置；调休放假和调休上班按当年通知每行一条，例如“2026-10-01 至 2026-10-07 国庆节”“2026-10-10 国庆节 上班”。成批排课时跳过这些日子"
          minRows={2}
          maxRows={10}
          written={writeDayArrangements(base.settings.dayArrangements)}
          read={readDayArrangements}
          onChange={(read) => {
            setProblem(read.ok ? null : read.problem);
            if (read.ok) form.setFieldValue('dayArrangements', read.arrangements);
          }}
        />
        <Switch
          label="证书和证明上的证件号码隐去中间几位"
          {...form.getInputProps('maskDocumentNumber', { type: 'checkbox' })}
        />
        <Switch
          label="补打的证书加印“补打　第 N 次”的底纹"
          {...form.getInputProps('reprintWatermark', { type: 'checkbox' })}
        />
        <NumberInput
          label="无操作多久后锁定（分钟）"
          w={220}
          min={1}
          max={240}
          allowDecimal={false}
          {...form.getInputProps('lockAfterMinutes')}
        />
        <Group mt="xs">
          <Button type="submit">保存设置</Button>
        </Group>
      </Stack>
    </form>
  );
}
