import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';

const patience = 20_000;

export interface WaitingProps {
  /** What is being done, for whoever can't see it turn. */
  label: string;
  /** Leaves the database that does not answer for an empty one, to be filled from the journal. */
  onGiveUp(): Promise<void>;
}

/** Something is read at the start; a store that never answers is not waited for without a way out. */
export function Waiting({ label, onGiveUp }: WaitingProps) {
  const [isLong, setLong] = useState(false);
  useTimeout(() => setLong(true), patience, { autoInvoke: true });
  return (
    <Center h="100vh" component="main">
      <Stack align="center">
        <Loader aria-label={label} />
        {isLong && (
          <>
            <Text ta="center">
              {label}，比平时久。刚升级时可能要几分钟，可以再等等。
              <br />
              一直不动，多半是浏览器的数据库坏了：数据在日志文件里，可以重建，不会丢失已保存的内容。
            </Text>
            <Group>
              <Button variant="default" onClick={() => window.location.reload()}>
                重新打开
              </Button>
              <Button onClick={onGiveUp}>从日志重建</Button>
            </Group>
          </>
        )}
      </Stack>
    </Center>
  );
}
