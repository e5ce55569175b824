import { Button, Code, Divider, Drawer, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import { useActor, useMay } from '../../components/actor-context.tsx';
import { download } from '../../components/download.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { classFileOf, type HandoverSource, openMarksFile } from '../../records/handovers/class-file.ts';
import { handOverClass } from '../../records/handovers/hand-over-commands.ts';
import { decideMark } from '../../records/handovers/merge-commands.ts';
import { planMerge } from '../../records/handovers/plan-merge.ts';
import { openDisputes } from '../../records/handovers/rows.ts';
import { sessionsOfClass } from '../../records/lookups.ts';
import { DisputeTable } from './dispute-table.tsx';
import { MergePreview, type PreviewedMarks } from './merge-preview.tsx';
import { SharedFolderField, SourcePicker, useSharedFolder } from './shared-folder.tsx';

interface Made {
  code: string;
  isShared: boolean;
}

function GiveForm({ of, onMade }: { of: TrainingClass; onMade(made: Made): void }) {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const { actor } = useActor();
  const [receiver, setReceiver] = useState(of.responsibleTeacher);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          const content = await classFileOf(database, of.id, actor.name, new Date().toISOString());
          const name = `班级 ${of.number} ${of.title} 给${receiver.trim()}`;
          const { file, ...made } = await host.handovers.makeClass({ name, content });
          const { handoverId: id, key } = content;
          await execute(handOverClass, { id, classId: of.id, with: receiver, key });
          download(file);
          onMade(made);
        });
      }}
    >
      <Group align="flex-end">
        <TextInput
          label="交给谁"
          description="名册（姓名、证件号码）、课程表和已有的点名会一起交去"
          flex={1}
          required
          data-autofocus
          value={receiver}
          onChange={(event) => setReceiver(event.currentTarget.value)}
        />
        <Button type="submit">制作班级文件</Button>
      </Group>
    </form>
  );
}

function returnedText({ returned }: Handover): string {
  const last = Object.values(returned)
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return last === undefined ? '还没有收回' : `${momentText(last)} 收回过`;
}

/** Gives a class to another machine, takes its marks back, and decides where two machines differ. */
export function HandoverDrawer({
  of,
  opened,
  onClose,
}: {
  of: TrainingClass;
  opened: boolean;
  onClose(): void;
}) {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const work = useHostJob();
  const mayGive = useMay(handOverClass);
  const { described, read } = useSharedFolder();
  const [made, setMade] = useState<Made | null>(null);
  const [preview, setPreview] = useState<PreviewedMarks | null>(null);
  const found = useLiveQuery(async () => {
    const [sessions, handovers, disputes, enrolments] = await Promise.all([
      sessionsOfClass(database, of.id),
      database.rows.handovers.where('classId').equals(of.id).toArray(),
      openDisputes(database, of.id),
      database.rows.enrolments.where('classId').equals(of.id).toArray(),
    ]);
    const learners = await database.rows.learners.bulkGet(enrolments.map(({ learnerId }) => learnerId));
    const names = new Map(learners.flatMap((row) => (row ? [[row.id, row.name] as const] : [])));
    return { sessions, handovers, disputes, names };
  }, [database, of.id]);
  const take = (source: HandoverSource) =>
    attempt(async () => {
      const content = await work.run((jobId) => openMarksFile(database, host, jobId, source));
      setPreview({ fileName: source.name, content, plan: await planMerge(database, content) });
    });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={preview === null}
      position="right"
      size={860}
      title={<Text fw={600}>在别的电脑上点名</Text>}
    >
      {found && (
        <Stack>
          {found.disputes.length > 0 && (
            <>
              <Title order={2} size="h5">
                两台电脑记的不一样（{found.disputes.length}）
              </Title>
              <DisputeTable
                {...found}
                onDecide={({ sessionId, learnerId }, status) =>
                  void attempt(() => execute(decideMark, { decisions: [{ sessionId, learnerId, status }] }))
                }
              />
              <Group justify="flex-end">
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() =>
                    attempt(() =>
                      execute(decideMark, {
                        decisions: found.disputes.flatMap(({ sessionId, learnerId, mark }) =>
                          mark ? [{ sessionId, learnerId, status: mark.status }] : [],
                        ),
                      }),
                    )
                  }
                >
                  全部以现有记录为准
                </Button>
              </Group>
              <Divider />
            </>
          )}
          <Title order={2} size="h5">
            交出去
          </Title>
          {!mayGive ? (
            <Text size="sm">交出去要由管理员来做。</Text>
          ) : of.closed ? (
            <Text size="sm">已经结班，不能再交出去点名。</Text>
          ) : (
            <GiveForm
              of={of}
              onMade={(next) => {
                setMade(next);
                void read();
              }}
            />
          )}
          {made && (
            <Text>
              打开口令 <Code fz="lg">{made.code}</Code>
              　只显示这一次。请另外告诉对方，不要和文件放在一起。
              {made.isShared && '文件已放进共享文件夹。'}
            </Text>
          )}
          {found.handovers.map((handover) => (
            <Text key={handover.id} size="sm">
              {momentText(handover.at)} {handover.by} 交给 {handover.with}，{returnedText(handover)}
            </Text>
          ))}
          <Divider />
          <Title order={2} size="h5">
            收回来
          </Title>
          <SourcePicker
            label="收回点名结果"
            ending=".jidi-marks"
            described={described}
            onChosen={(source) => void take(source)}
          />
          <Divider />
          <SharedFolderField described={described} onSet={() => void read()} />
        </Stack>
      )}
      <MergePreview
        preview={preview}
        names={found?.names ?? new Map()}
        onClose={() => {
          setPreview(null);
          void read();
        }}
      />
      <JobProgress label="正在打开点名结果" job={work.job} onCancel={work.cancel} />
    </Drawer>
  );
}
