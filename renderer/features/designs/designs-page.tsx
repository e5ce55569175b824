import { Button, FileButton, Group, Menu } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useLocation } from 'wouter';
import type { CertificateDesign } from '../../../shared/domain/certificates/certificate-design.ts';
import { finishedDesigns } from '../../../shared/domain/certificates/certificate-designs.ts';
import type { StoredDesign } from '../../../shared/domain/certificates/stored-design.ts';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PrintSettings } from '../../components/printing/print-settings.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { addDesign, chooseDesign, removeDesign } from '../../records/designs/design-commands.ts';
import { readDesignFile } from './design-file.ts';

function columnsFor(
  inUse: string,
  act: { use(design: StoredDesign): void; remove(design: StoredDesign): Promise<unknown> },
): RecordColumn<StoredDesign>[] {
  return [
    { key: 'name', header: '样式', render: ({ draft }) => draft.name },
    {
      key: 'paper',
      header: '纸张（毫米）',
      width: 130,
      render: ({ draft }) => `${draft.width} × ${draft.height}`,
    },
    { key: 'version', header: '版本', width: 70, align: 'right', render: ({ version }) => version || '—' },
    {
      key: 'state',
      header: '状态',
      width: 150,
      render: ({ id, version, changed }) => {
        if (id === inUse) return <StateBadge tone="good">正在使用</StateBadge>;
        if (version === 0) return <StateBadge tone="waiting">还没有发布</StateBadge>;
        return changed ? (
          <StateBadge tone="warning">有改动未发布</StateBadge>
        ) : (
          <StateBadge tone="neutral">可使用</StateBadge>
        );
      },
    },
    {
      key: 'acts',
      header: '操作',
      width: 190,
      render: (design) => (
        <Group gap={4} wrap="nowrap" onClick={(event) => event.stopPropagation()}>
          {design.id !== inUse && design.version > 0 && (
            <Button size="compact-sm" variant="light" onClick={() => act.use(design)}>
              用于新证书
            </Button>
          )}
          {design.id !== inUse && (
            <ConfirmedButton
              look="row"
              title={`删除样式“${design.draft.name}”？`}
              consequence="没有用它发过证书的样式可以删除，删除后不能恢复。"
              act="删除"
              perform={() => act.remove(design)}
            />
          )}
        </Group>
      ),
    },
  ];
}

/** The looks of certificates: which new ones take, and how this desk's printers are off. */
export function DesignsPage() {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const [, navigate] = useLocation();
  const base = useQuery(readBase);
  const designs = useLiveQuery(() => database.rows.certificateDesigns.toArray(), [database]);
  if (!designs || !base) return null;
  const add = (design: CertificateDesign) =>
    attempt(async () => {
      const { id } = await execute(addDesign, { design });
      navigate(`/certificate-designs/${id}`);
    });
  const use = ({ id, draft }: StoredDesign) =>
    attempt(async () => {
      await execute(chooseDesign, { id });
      sayDone(`以后发的证书用“${draft.name}”`);
    });
  const remove = ({ id }: StoredDesign) => execute(removeDesign, { id });
  const begin = (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />}>新建样式</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>从现成的开始</Menu.Label>
        {finishedDesigns.map((design) => (
          <Menu.Item key={design.name} onClick={() => add(design)}>
            {design.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() =>
            add({ name: '新样式', width: 297, height: 210, backdrop: null, elements: [], back: [] })
          }
        >
          空白（A4 横）
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Page
      title="证书样式"
      subtitle="用于以后发的证书；已发的证书停在当时的样子"
      action={
        <>
          <PrintSettings />
          <FileButton
            accept=".json"
            onChange={(file) => file && void attempt(async () => add(await readDesignFile(host, file)))}
          >
            {(button) => (
              <Button {...button} variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
                导入样式
              </Button>
            )}
          </FileButton>
          {begin}
        </>
      }
    >
      <RecordTable
        label="样式列表"
        rows={designs}
        columns={columnsFor(base.certificateDesignId, { use, remove })}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/certificate-designs/${id}`)}
      />
    </Page>
  );
}
