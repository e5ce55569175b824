import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { messageOf } from '../../shared/refusals/index.ts';
import { EmptyState } from '../components/empty-state.tsx';

/** What shows when a page fails to draw: the data is on the disk, so going on is one click. */
export class ErrorBoundary extends Component<
  { location: string; children: ReactNode },
  { failure: string | null }
> {
  override state: { failure: string | null } = { failure: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { failure: messageOf(thrown) };
  }

  override componentDidUpdate(before: { location: string }) {
    if (before.location !== this.props.location && this.state.failure !== null)
      this.setState({ failure: null });
  }

  override render() {
    if (this.state.failure === null) return this.props.children;
    return (
      <EmptyState
        icon={IconMoodSad}
        title="这一页没有显示出来"
        hint={`数据没有受影响。原因：${this.state.failure}`}
      >
        <Button onClick={() => window.location.reload()}>重新打开</Button>
      </EmptyState>
    );
  }
}
