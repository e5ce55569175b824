import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { ColumnMapping } from '../../../../shared/exchange/roster/columns.ts';
import { judgeRoster, type RowVerdict } from '../../../../shared/exchange/roster/verdicts.ts';
import { rejectedRows } from '../../../../shared/papers/people/rejected-rows.ts';
import { useToday } from '../../../components/clock.tsx';
import { download } from '../../../components/download.ts';
import { attempt, sayDone } from '../../../components/notify.ts';
import { useRecords } from '../../../components/records-context.tsx';
import { type Policy, RejectionPolicy } from '../../../components/rejection-policy.tsx';
import { useHost } from '../../../host/context.tsx';
import { type importedRow, importLearners } from '../../../records/learners/import-command.ts';
import { ColumnMappingRow } from './column-mapping.tsx';
import type { OpenedRoster } from './opened-roster.ts';
import { VerdictTable } from './verdict-table.tsx';

type Filter = 'all' | RowVerdict['state'];

function toImportedRow(verdict: RowVerdict): z.input<typeof importedRow>[] {
  if (verdict.state === 'rejected') return [];
  const { employer, ...person } = verdict.person;
  const learnerId = verdict.state === 'new' ? null : verdict.learnerId;
  return [{ row: verdict.row, learnerId, person: { ...person, employerName: employer } }];
}

export interface RosterPreviewProps {
  opened: OpenedRoster;
  onImported(learnerIds: string[]): void;
}

/** Every row's verdict before anything is written; all good rows are taken, or none while one is bad. */
export function RosterPreview({ opened, onImported }: RosterPreviewProps) {
  const { execute } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const [mapping, setMapping] = useState<ColumnMapping>(opened.header.mapping);
  const [filter, setFilter] = useState<Filter>('all');
  const [policy, setPolicy] = useState<Policy>('good');
  const [busy, setBusy] = useState(false);
  const { sheet, header, known, fileName } = opened;
  const verdicts = useMemo(
    () => judgeRoster(sheet, header, mapping, known, today),
    [sheet, header, mapping, known, today],
  );
  const count = (state: RowVerdict['state']) => verdicts.filter((verdict) => verdict.state === state).length;
  const rejected = count('rejected');
  const good = verdicts.length - rejected;
  const blocked = good === 0 || (policy === 'none' && rejected > 0);

  const take = async () => {
    setBusy(true);
    await attempt(async () => {
      const ids = await execute(importLearners, { rows: verdicts.flatMap(toImportedRow) });
      sayDone(`已导入 ${ids.length} 人${rejected > 0 ? `，${rejected} 行有误未导入` : ''}`);
      onImported(ids);
    });
    setBusy(false);
  };
  const saveRejections = () =>
    attempt(async () => download(await host.sheets.write(rejectedRows(fileName, verdicts))));

  return (
    <>
      <ColumnMappingRow header={header} mapping={mapping} onChange={setMapping} />
      <Group justify="space-between" my="sm">
        <Group gap="xs">
          <SegmentedControl
            aria-label="显示哪些行"
            value={filter}
            onChange={(value) => setFilter(value as Filter)}
            data={[
              { value: 'all', label: `全部 ${verdicts.length}` },
              { value: 'new', label: `新增 ${count('new')}` },
              { value: 'different', label: `更新 ${count('different')}` },
              { value: 'same', label: `相同 ${count('same')}` },
              { value: 'rejected', label: `有误 ${rejected}` },
            ]}
          />
          {rejected > 0 && (
            <Button
              variant="subtle"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={saveRejections}
            >
              导出有误的行
            </Button>
          )}
        </Group>
        <Group gap="sm">
          {rejected > 0 && <RejectionPolicy policy={policy} onChange={setPolicy} />}
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={blocked}
            loading={busy}
            onClick={take}
          >
            导入 {good} 人
          </Button>
        </Group>
      </Group>
      {policy === 'none' && rejected > 0 && (
        <Text size="sm" c="red.9" mb="xs">
          还有 {rejected} 行有误。请让用人单位改正后重新导入，或选择“只导入正确的行”。
        </Text>
      )}
      <VerdictTable
        verdicts={filter === 'all' ? verdicts : verdicts.filter(({ state }) => state === filter)}
      />
    </>
  );
}
