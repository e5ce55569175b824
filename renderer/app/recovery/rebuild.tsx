import { Button, Progress, Table, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asRefusal, Refusal } from '../../../shared/refusals/index.ts';
import { Door } from '../../components/door.tsx';
import type { TableProof } from '../../database/bookkeeping.ts';
import { provenTables } from '../../database/content-proof.ts';
import { deleteGenerationsBefore } from '../../database/generations.ts';
import { lastSequence } from '../../database/journal-head.ts';
import { rebuildFromJournal, type Standing } from '../../database/recovery.ts';
import { tableLabel } from '../../database/table-label.ts';
import type { Journaled } from './journaled.ts';

type Rebuildable = Extract<Standing, { kind: 'databaseBehind' | 'databaseDamaged' | 'restored' }>;

const titles: Record<Rebuildable['kind'], string> = {
  databaseBehind: '数据库需要从日志恢复',
  databaseDamaged: '数据库内容有损坏',
  restored: '正在恢复备份',
};

function hintOf(standing: Rebuildable): string {
  switch (standing.kind) {
    case 'databaseBehind':
      return `日志文件里有 ${standing.journal} 次操作的完整记录，数据库里只有 ${standing.database} 次。可能是浏览器重置了数据库，或数据库文件被删除。恢复会按日志逐条重做，不会丢失已保存的内容。`;
    case 'databaseDamaged':
      if (standing.tables.length === provenTables.length) {
        return `数据库读不出来，可能是磁盘出错。日志文件完好，有 ${standing.journal} 次操作的完整记录，可以逐条重做，不会丢失已保存的内容。`;
      }
      return `${standing.tables.map((table) => tableLabel(table)).join('、')}的内容与保存时不符，可能是磁盘出错。日志文件完好，有 ${standing.journal} 次操作的完整记录，可以逐条重做，不会丢失已保存的内容。`;
    case 'restored':
      return `按备份里的 ${standing.journal} 次操作重建数据库。`;
  }
}

export interface RebuildProps extends Journaled {
  standing: Rebuildable;
  onNextGeneration(): Promise<void>;
  onDone(): void;
}

/** The store is built anew from the journal, entry by entry, and the result is proven. */
export function Rebuild({ store, file, standing, onNextGeneration, onDone }: RebuildProps) {
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [proof, setProof] = useState<Record<string, TableProof> | null>(null);
  // A store that holds something else, or something wrong, is left for an empty one.
  const startsAnew = standing.kind !== 'databaseBehind';
  const running = useRef(false);
  const isUnfit = useRef(false);
  const rebuild = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setFailure(null);
    try {
      if (startsAnew || isUnfit.current) return await onNextGeneration();
      setDone(await lastSequence(store));
      const proven = await rebuildFromJournal(store, file, setDone);
      await deleteGenerationsBefore(store.name);
      setProof(proven);
    } catch (thrown) {
      // The host refuses in words; a store in which whole entries do not add up is left for an empty one.
      isUnfit.current = !(thrown instanceof Refusal);
      setFailure(asRefusal(thrown).message);
    }
    running.current = false;
    setDone(null);
  }, [store, file, onNextGeneration, startsAnew]);
  // A restore was asked for already, and an empty store beside an older one is a rebuilding that was begun.
  const isAsked =
    standing.kind === 'restored' || (standing.kind === 'databaseBehind' && store.name !== 'base-1');
  const began = useRef(false);
  useEffect(() => {
    if (!isAsked || began.current) return;
    began.current = true;
    void rebuild();
  }, [isAsked, rebuild]);
  if (proof !== null) {
    return (
      <Door title="恢复完成，内容已核对" hint="每张表的行数和内容校验都与日志一致。" width={620}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>内容</Table.Th>
              <Table.Th ta="right">条数</Table.Th>
              <Table.Th>校验</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.entries(proof).map(([table, { rows, hash }]) => (
              <Table.Tr key={table}>
                <Table.Td>{tableLabel(table)}</Table.Td>
                <Table.Td ta="right">{rows.toLocaleString('zh-CN')}</Table.Td>
                <Table.Td ff="monospace" fz="xs">
                  {hash}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Button onClick={onDone} autoFocus>
          继续
        </Button>
      </Door>
    );
  }
  return (
    <Door title={titles[standing.kind]} hint={hintOf(standing)}>
      {done !== null && <Progress value={(done / standing.journal) * 100} animated aria-label="恢复进度" />}
      {done !== null && (
        <Text size="sm">
          {done} / {standing.journal}
        </Text>
      )}
      {failure !== null && <Text c="red.9">{failure}</Text>}
      <Button onClick={rebuild} loading={done !== null} autoFocus>
        从日志恢复
      </Button>
    </Door>
  );
}
