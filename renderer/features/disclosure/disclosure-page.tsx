import { Button, Drawer, List, Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Notice } from '../../../shared/domain/money/notice.ts';
import type { UndisclosedClass } from '../../../shared/regulation/disclosure.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { Warning } from '../../components/warning.tsx';
import { readNoticeChoices, readNotices, readUndisclosedClasses } from '../../records/disclosure/queries.ts';
import { NoticeDetails } from './notice-details.tsx';
import { PublishForm } from './publish-form.tsx';

function columnsWith(latest: number): RecordColumn<Notice>[] {
  return [
    { key: 'version', header: '版', width: 70, align: 'right', render: ({ version }) => version },
    { key: 'publishedOn', header: '公布日期', width: 120, render: ({ publishedOn }) => publishedOn },
    { key: 'place', header: '公开地点', width: 260, render: ({ place }) => place },
    {
      key: 'lines',
      header: '内容',
      render: ({ lines }) => `${lines.length} 项：${lines.map(({ title }) => title).join('、')}`,
    },
    {
      key: 'state',
      header: '状态',
      width: 110,
      render: ({ version }) =>
        version === latest ? (
          <StateBadge tone="good">最新</StateBadge>
        ) : (
          <StateBadge tone="neutral">以前的</StateBadge>
        ),
    },
  ];
}

function Undisclosed({ found }: { found: readonly UndisclosedClass[] }) {
  if (found.length === 0) return null;
  return (
    <Warning mb="sm" title={`${found.length} 个班的收费与公示不符，公示之前不能收取（第22条）`}>
      <List size="sm">
        {found.map(({ of, faults }) => (
          <List.Item key={of.id}>
            <Link href={`/classes/${of.id}/fees`}>{of.title}</Link>：{faults.join('；')}
          </List.Item>
        ))}
      </List>
    </Warning>
  );
}

/** The fee disclosure (第22条): its versions, what they do not say yet, and the next one. */
export function DisclosurePage() {
  const today = useToday();
  const [parameters, setParameters] = useSearchParams();
  const [publishing, setPublishing] = useState(false);
  const printed = usePrintedDocument();
  const notices = useQuery(readNotices);
  const undisclosed = useQuery(readUndisclosedClasses, today) ?? [];
  const choices = useQuery(readNoticeChoices, today);
  const opened = notices?.find(({ id }) => id === parameters.get('open')) ?? null;
  if (!notices || !choices) return null;
  const [last] = notices;
  const publish = (
    <Button leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => setPublishing(true)}>
      发布新一版
    </Button>
  );
  return (
    <Page
      title="收费公示"
      subtitle="第22条：向社会公开范围、内容、收费项目及标准；没有公示的、高于公示的，都收不了"
      action={publish}
    >
      <Undisclosed found={undisclosed} />
      {notices.length === 0 ? (
        <EmptyState
          icon={IconSpeakerphone}
          title="还没有公示过"
          hint="从教学计划、培训班和收费项目自动汇成公示，发布后固定不变，可打印海报、导出网页和表格。"
        >
          {publish}
        </EmptyState>
      ) : (
        <RecordTable
          label="公示版本"
          rows={notices}
          columns={columnsWith(last?.version ?? 0)}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setParameters({ open: id })}
          openKey={opened?.id ?? null}
        />
      )}
      <Drawer
        opened={publishing}
        onClose={() => setPublishing(false)}
        position="right"
        size={820}
        title={<Text fw={600}>发布收费公示</Text>}
      >
        {publishing && (
          <PublishForm
            last={last ?? null}
            choices={choices}
            onPublished={({ id }) => {
              setPublishing(false);
              setParameters({ open: id });
            }}
          />
        )}
      </Drawer>
      <Drawer
        opened={opened !== null && !publishing && printed.preview === null}
        onClose={() => setParameters({})}
        position="right"
        size={820}
        title={<Text fw={600}>收费公示 第 {opened?.version} 版</Text>}
      >
        {opened && (
          <NoticeDetails
            notice={opened}
            onPrint={(document) => void attempt(() => printed.show([document]))}
          />
        )}
      </Drawer>
      <JobProgress label="正在制作公示" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Page>
  );
}
