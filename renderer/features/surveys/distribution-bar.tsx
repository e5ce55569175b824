import { ColorSwatch, Group, Progress, Text } from '@mantine/core';
import { percent, percentText } from '../../../shared/domain/base/percent.ts';
import { scalePoints } from '../../../shared/domain/surveys/survey.ts';
import type { ValueCounts } from '../../../shared/domain/surveys/survey-run.ts';
import { distributionText, valuesOf } from '../../../shared/papers/surveys/result-words.ts';
import type { ResultLine } from '../../../shared/regulation/survey-results.ts';
import { answeredIn } from '../../../shared/regulation/survey-statistics.ts';

/** From the least to the most; each with white or black on it keeps AA. */
const shades = ['#9c2f0b', '#f2ae80', '#dbdee6', '#8cadeb', '#304fad'];
const lightText = new Set([0, 4]);

function shadeAt(at: number, count: number): number {
  return count <= 1 ? 4 : Math.round((at * (shades.length - 1)) / (count - 1));
}

/** What the parts of stacked bars stand for: once for all questions on one scale. */
export function ScaleLegend({ labels }: { labels: readonly string[] }) {
  return (
    <Group gap="md">
      {labels.map((label, at) => (
        <Group key={label} gap={6}>
          <ColorSwatch
            size={12}
            radius={2}
            color={shades[shadeAt(at, labels.length)] ?? ''}
            withShadow={false}
          />
          <Text size="xs">
            {at + 1} {label}
          </Text>
        </Group>
      ))}
    </Group>
  );
}

/** Points of five as one bar, from the least to the most. */
export function PointsBar({ counts, label }: { counts: ValueCounts; label: string }) {
  const answered = answeredIn(counts);
  if (answered === 0) return null;
  const words = scalePoints.map((point) => `${point} 分 ${counts[point] ?? 0}`).join('，');
  return (
    <Progress.Root size={16} role="img" aria-label={`${label}：${words}`}>
      {scalePoints.map((point) => (
        <Progress.Section
          key={point}
          value={percent(counts[point] ?? 0, answered) ?? 0}
          color={shades[point - 1] ?? ''}
          withAria={false}
        />
      ))}
    </Progress.Root>
  );
}

/** What was answered to one thing asked: a stacked bar for points and numbers, a bar a choice otherwise. */
export function DistributionBar({ line }: { line: ResultLine }) {
  const { question, counts, answered } = line;
  const values = valuesOf(question);
  if (values.length === 0 || !line.isShown) return null;
  if (question.kind !== 'single' && question.kind !== 'multiple') {
    return (
      <Progress.Root size={20} role="img" aria-label={distributionText(line)}>
        {values.map(({ value, label }, at) => {
          const share = percent(counts[value] ?? 0, answered) ?? 0;
          const shade = shadeAt(at, values.length);
          return (
            <Progress.Section key={value} value={share} color={shades[shade] ?? ''} withAria={false}>
              {share >= 8 && (
                <Progress.Label c={lightText.has(shade) ? 'white' : 'black'}>
                  {question.kind === 'number' ? `${label} 分 ${counts[value]}` : counts[value]}
                </Progress.Label>
              )}
            </Progress.Section>
          );
        })}
      </Progress.Root>
    );
  }
  return (
    <>
      {values.map(({ value, label }) => {
        const share = percent(counts[value] ?? 0, answered);
        return (
          <Group key={value} gap="xs" wrap="nowrap">
            <Text size="sm" w={160} truncate>
              {label}
            </Text>
            <Progress flex={1} size={14} value={share ?? 0} aria-label={label} />
            <Text size="sm" w={110} ta="right">
              {counts[value] ?? 0}（{percentText(share)}）
            </Text>
          </Group>
        );
      })}
    </>
  );
}
