import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { MarksFile } from '../../../shared/exchange/handover/class-file.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { takeBackMarks } from '../../records/handovers/merge-commands.ts';
import type { MergePlan } from '../../records/handovers/plan-merge.ts';
import { DisputeTable } from './dispute-table.tsx';

export interface PreviewedMarks {
  fileName: string;
  content: MarksFile;
  plan: MergePlan;
}

function sumOf(plan: MergePlan, of: (session: MergePlan['sessions'][number]) => number): number {
  return plan.sessions.reduce((sum, session) => sum + of(session), 0);
}

/** What a file of marks would bring, before anything is taken. */
export function MergePreview({
  preview,
  names,
  onClose,
}: {
  preview: PreviewedMarks | null;
  names: ReadonlyMap<string, string>;
  onClose(): void;
}) {
  const { execute } = useRecords();
  if (!preview) return null;
  const { fileName, content, plan } = preview;
  const disputes = plan.sessions.flatMap(({ session, merged }) =>
    merged.disputed.map((dispute) => ({ sessionId: session.id, ...dispute })),
  );
  const brought = sumOf(plan, ({ merged }) => merged.brought.length);
  const agreed = sumOf(plan, ({ merged }) => merged.agreed.length);
  const walkIns = sumOf(plan, (session) => session.walkIns.length);
  const isNothing = plan.sessions.length === 0;
  return (
    <Modal opened onClose={onClose} size={860} title={<Text fw={600}>收回 {content.from} 的点名</Text>}>
      <Stack>
        <Text>
          {isNothing
            ? '里面没有新的点名，都收过了。'
            : `新的点名 ${brought} 条，和现有记录一致 ${agreed} 条，不一致 ${disputes.length} 条，名单外的人 ${walkIns} 个。`}
        </Text>
        {disputes.length > 0 && (
          <>
            <Text size="sm">不一致的不会覆盖现有记录，收入以后逐条决定：</Text>
            <DisputeTable
              disputes={disputes}
              names={names}
              sessions={plan.sessions.map(({ session }) => session)}
            />
          </>
        )}
        {plan.leftOut.length > 0 && (
          <>
            <Text size="sm">{plan.leftOut.length} 条不收：</Text>
            <List size="sm">
              {plan.leftOut.slice(0, 10).map(({ learnerId, sessionId, reason }) => (
                <List.Item key={`${learnerId} ${sessionId}`}>
                  {names.get(learnerId) ?? '一名学员'}：{reason}
                </List.Item>
              ))}
            </List>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {isNothing ? '关闭' : '取消'}
          </Button>
          {!isNothing && (
            <Button
              data-autofocus
              onClick={() =>
                attempt(async () => {
                  await execute(takeBackMarks, { fileName, content });
                  sayDone(`已收回 ${content.from} 的点名`);
                  onClose();
                })
              }
            >
              收入
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
