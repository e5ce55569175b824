import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Filing } from '../../../shared/domain/teaching/filing.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { placeVolume } from '../../records/archives/shelf-commands.ts';

/** In which box and where a volume stands. */
export function PlaceForm({ filing }: { filing: Filing }) {
  const { execute } = useRecords();
  const [box, setBox] = useState(filing.box);
  const [shelfPlace, setShelfPlace] = useState(filing.shelfPlace);
  const isSame = box === filing.box && shelfPlace === filing.shelfPlace;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(placeVolume, { ids: [filing.id], box, shelfPlace });
          sayDone('位置已登记');
        });
      }}
    >
      <Group align="flex-end">
        <TextInput label="盒号" w={120} value={box} onChange={(event) => setBox(event.currentTarget.value)} />
        <TextInput
          label="存放位置"
          placeholder="例如 档案室 2 架 3 层"
          flex={1}
          value={shelfPlace}
          onChange={(event) => setShelfPlace(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={isSame}>
          登记位置
        </Button>
      </Group>
    </form>
  );
}
