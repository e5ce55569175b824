import { ColorSwatch, Group, Progress, Text } from '@mantine/core';
import type { ResultLine } from '../../../shared/regulation/survey-results.ts';
import { percent } from '../../../shared/regulation/survey-statistics.ts';
import { distributionText, percentText, valuesOf } from './result-words.ts';

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

/** What was answered to one thing asked: a stacked bar for points, a bar a choice otherwise. */
export function DistributionBar({ line }: { line: ResultLine }) {
  const { question, counts, answered } = line;
  const values = valuesOf(question);
  if (values.length === 0 || !line.isShown) return null;
  if (question.kind === 'scale' || question.kind === 'matrix') {
    return (
      <Progress.Root size={20} role="img" aria-label={distributionText(line)}>
        {values.map(({ value }, at) => {
          const share = percent(counts[value] ?? 0, answered) ?? 0;
          const shade = shadeAt(at, values.length);
          return (
            <Progress.Section key={value} value={share} color={shades[shade] ?? ''} withAria={false}>
              {share >= 8 && (
                <Progress.Label c={lightText.has(shade) ? 'white' : 'black'}>{counts[value]}</Progress.Label>
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
