import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { groupByWords } from '../../../shared/domain/surveys/frequent-words.ts';
import { resultText } from '../../../shared/papers/surveys/result-words.ts';
import type { RunResult } from '../../../shared/regulation/run-result.ts';

const shownComments = 6;

/** Evaluations with their figures, and what was written in them under its frequent words. */
export function EvidenceView({
  results,
  comments,
}: {
  results: readonly RunResult[];
  comments: readonly string[];
}) {
  const groups = groupByWords(comments).filter(({ word }) => word !== null);
  const examples = groups.flatMap(({ texts }) => [...new Set(texts)].slice(0, 2));
  return (
    <Stack gap={4}>
      {results.map((result) => (
        <Group key={result.run.id} gap="xs" wrap="nowrap">
          <Anchor component={Link} href={`/survey-runs/${result.run.id}`} size="sm">
            {result.run.classTitle || result.run.title}
          </Anchor>
          <Text size="sm">{resultText(result)}</Text>
        </Group>
      ))}
      {groups.length > 0 && (
        <Text size="sm" c="dimmed">
          常提到：
          {groups
            .slice(0, 5)
            .map(({ word, texts }) => `${word}（${texts.length}）`)
            .join('、')}
        </Text>
      )}
      {[...new Set(examples)].slice(0, shownComments).map((text) => (
        <Text key={text} size="xs" c="dimmed" pl="md" lineClamp={1} title={text}>
          “{text}”
        </Text>
      ))}
    </Stack>
  );
}
