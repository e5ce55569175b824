import { Paper, SimpleGrid, Text } from '@mantine/core';
import { formatFen } from '../../../shared/domain/money.ts';
import type { Statistics } from '../../../shared/domain/statistics.ts';

type Totals = Statistics['totals'];

/** The figures of a period by name: what they are called, and how they are written. */
export const figures: readonly { key: keyof Totals; label: string; isMoney?: true }[] = [
  { key: 'classes', label: '培训班' },
  { key: 'sessions', label: '课次' },
  { key: 'people', label: '培训人数' },
  { key: 'personTimes', label: '培训人次' },
  { key: 'generalHours', label: '公需学时' },
  { key: 'professionalHours', label: '专业学时' },
  { key: 'closedClasses', label: '结班' },
  { key: 'publicBenefitClasses', label: '公益班' },
  { key: 'certificatesIssued', label: '发证' },
  { key: 'certificatesVoided', label: '作废证书' },
  { key: 'certificatesReplaced', label: '更正证书' },
  { key: 'outsideEntries', label: '外部学时登记' },
  { key: 'outsideHours', label: '外部学时' },
  { key: 'receivedFen', label: '收费', isMoney: true },
  { key: 'refundedFen', label: '退费', isMoney: true },
  { key: 'waivedFen', label: '减免', isMoney: true },
  { key: 'grantedFen', label: '拨款资助', isMoney: true },
  { key: 'spentFen', label: '支出', isMoney: true },
];

const otherMeasures: Record<string, string> = {
  entries: '人次',
  hours: '学时',
  fullTimeInRegion: '区内专职教师',
  fullTimeOutOfRegion: '区外专职教师',
  partTimeInRegion: '区内兼职教师',
  partTimeOutOfRegion: '区外兼职教师',
  runs: '评估次数',
  given: '发出问卷',
  answers: '收回问卷',
  satisfied: '满意',
  rated: '评价',
};

/** What a measure is called at the desk; money in 分, as packages have it. */
export function measureText(measure: string): string {
  const figure = figures.find(({ key }) => key === measure);
  if (figure) return figure.isMoney ? `${figure.label}（分）` : figure.label;
  return otherMeasures[measure] ?? measure;
}

export function figureText(totals: Totals, { key, isMoney }: (typeof figures)[number]): string {
  return isMoney ? formatFen(totals[key]) : totals[key].toLocaleString('zh-CN');
}

/** How a figure moved against the same period a year ago, in words. */
export function changeText(now: number, before: number): string {
  if (now === before) return '与去年同期持平';
  if (before === 0) return '去年同期没有';
  const percent = Math.round((Math.abs(now - before) / before) * 1000) / 10;
  return `比去年同期${now > before ? '增加' : '减少'} ${percent}%`;
}

/** The totals of a period, each beside the same period a year ago. */
export function Figures({ now, before }: { now: Statistics; before: Statistics }) {
  return (
    <SimpleGrid cols={9} spacing={6} verticalSpacing={6}>
      {figures.map((figure) => (
        <Paper
          key={figure.key}
          withBorder
          px="xs"
          py={4}
          role="group"
          aria-label={figure.label}
          title={changeText(now.totals[figure.key], before.totals[figure.key])}
        >
          <Text size="xs">{figure.label}</Text>
          <Text fw={600}>{figureText(now.totals, figure)}</Text>
          <Text size="xs" c="dimmed">
            去年 {figureText(before.totals, figure)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
