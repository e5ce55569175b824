import { Autocomplete, Badge, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { meanScore } from '../../../shared/domain/people/trainer-score.ts';
import type { SessionDetails } from '../../../shared/domain/teaching/session.ts';
import { suggestTrainers } from '../../../shared/regulation/trainer-suggestion.ts';
import { namedTrainers } from '../../records/sealing/trainer-rows.ts';
import { useRecords } from '../records-context.tsx';

const shownSuggestions = 4;

export interface TrainerFieldProps {
  session: SessionDetails;
  /** The session's own id, so that it does not stand in its own way. */
  sessionId: string | null;
  /** What it is about beside its topic. */
  about: string;
  error?: React.ReactNode;
  onChange(trainerName: string, trainerIds: Record<string, string>): void;
}

/** Who teaches a session: typed, or taken from the roster, the best suited first. */
export function TrainerField({ session, sessionId, about, error, onChange }: TrainerFieldProps) {
  const { database } = useRecords();
  const { date } = session;
  const found = useLiveQuery(async () => {
    const [roster, sameDay, scores] = await Promise.all([
      namedTrainers(database),
      database.rows.sessions.where('date').equals(date).toArray(),
      database.rows.trainerScores.toArray(),
    ]);
    const means = new Map(
      roster.map(({ id }) => [id, meanScore(scores.filter(({ trainerId }) => trainerId === id))]),
    );
    return { roster, sameDay, scores: means };
  }, [database, date]);
  const suggested = found
    ? suggestTrainers({
        session,
        about,
        roster: found.roster,
        sameDay: found.sameDay.filter(({ id }) => id !== sessionId),
        scores: found.scores,
      })
    : [];
  const namesakes = (name: string) => suggested.filter(({ trainer }) => trainer.name === name).length > 1;
  const labelOf = ({ trainer }: (typeof suggested)[number]) =>
    namesakes(trainer.name) ? `${trainer.name}（${trainer.employerName}）` : trainer.name;
  const pick = (chosen: (typeof suggested)[number]) =>
    onChange(chosen.trainer.name, { [chosen.trainer.name]: chosen.trainer.id });
  return (
    <div>
      <Autocomplete
        label="授课教师"
        description="几位教师用顿号分开"
        data={[...new Set(suggested.map(labelOf))]}
        error={error}
        value={session.trainerName}
        onChange={(text) => {
          const chosen = suggested.find((one) => labelOf(one) === text);
          if (chosen) pick(chosen);
          else onChange(text, session.trainerIds);
        }}
      />
      {session.trainerName === '' && suggested.length > 0 && (
        <Group gap={6} mt={6} aria-label="推荐的教师" role="group">
          <Text size="xs" c="dimmed">
            推荐
          </Text>
          {suggested.slice(0, shownSuggestions).map((one) => (
            <UnstyledButton key={one.trainer.id} onClick={() => pick(one)}>
              <Badge variant="outline" tt="none" color={one.isFree ? 'indigo' : 'gray.7'}>
                <VisuallyHidden>选择 </VisuallyHidden>
                {labelOf(one)}
                {one.fields.length > 0 && ` · ${one.fields[0]}`}
                {one.score !== null && ` · ${one.score.toFixed(1)} 分`}
                {!one.isFree && ' · 已有课'}
              </Badge>
            </UnstyledButton>
          ))}
        </Group>
      )}
    </div>
  );
}
