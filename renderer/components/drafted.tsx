import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconSend } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Drafted } from '../../shared/domain/base/drafted.ts';
import { same } from '../../shared/domain/base/same.ts';
import { attempt, sayDone } from './notify.ts';
import { StateBadge } from './state-badge.tsx';

export interface DraftActs {
  /** Keeps what the page holds as the draft. */
  keep(): Promise<unknown>;
  /** What is said when it is kept. */
  kept: string;
  /** Makes the draft a version, and returns its number. */
  publish(): Promise<number>;
  /** What is said when it is published. */
  published(version: number): string;
}

/** A draft while it is worked on: how it differs from what is kept; closing the window asks before that is lost. */
export function useDrafted<Content>(row: Drafted<Content>, content: Content, acts: DraftActs) {
  const isDirty = !same(content, row.draft);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
  return {
    isDirty,
    isUnpublished: isDirty || row.changed,
    version: row.version,
    save: () =>
      attempt(async () => {
        if (!isDirty) return;
        await acts.keep();
        sayDone(acts.kept);
      }),
    publish: () =>
      attempt(async () => {
        if (isDirty) await acts.keep();
        sayDone(acts.published(await acts.publish()));
      }),
  };
}
export type DraftedAccess = ReturnType<typeof useDrafted>;

/** How a draft stands to what is kept and published of it. */
export function DraftState({ drafted }: { drafted: DraftedAccess }) {
  if (drafted.isDirty) return <StateBadge tone="warning">有改动没有保存</StateBadge>;
  if (drafted.isUnpublished) return <StateBadge tone="waiting">草稿，没有发布</StateBadge>;
  return <StateBadge tone="good">第 {drafted.version} 版已发布</StateBadge>;
}

/** Keeps and publishes a draft. @param fault why neither may be done now; empty where they may */
export function DraftButtons({ drafted, fault }: { drafted: DraftedAccess; fault: string }) {
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        disabled={!drafted.isDirty || fault !== ''}
        onClick={drafted.save}
      >
        保存
      </Button>
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        disabled={fault !== '' || !drafted.isUnpublished}
        onClick={drafted.publish}
      >
        发布
      </Button>
    </>
  );
}
