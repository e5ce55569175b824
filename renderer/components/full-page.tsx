import { Center } from '@mantine/core';
import type { ComponentProps } from 'react';
import { EmptyState } from './empty-state.tsx';

/** What shows in place of the whole desk while it can't be opened. */
export function FullPage(props: ComponentProps<typeof EmptyState>) {
  return (
    <Center h="100vh" component="main">
      <EmptyState {...props} />
    </Center>
  );
}
