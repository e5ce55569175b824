import { Paper, SimpleGrid, Text } from '@mantine/core';
import { figures } from '../../../shared/domain/base/measures.ts';
import type { Statistics } from '../../../shared/domain/base/statistics.ts';
import { changeText, figureText } from '../../../shared/papers/base/figure-words.ts';

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
