import { Button } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { asRefusal, refusal } from '../../shared/refusals/index.ts';
import { FullPage } from '../components/full-page.tsx';
import { bringLedgerUpToDate } from '../database/ledger/rebuild-ledger.ts';
import { compareHeads, compareWithJournal, type Standing } from '../database/recovery.ts';
import { foundAdministrator } from '../records/accounts/account-commands.ts';
import { ContentChecked, untilChecked } from './content-checked.ts';
import type { Journaled } from './recovery/journaled.ts';
import { MendJournal } from './recovery/mend-journal.tsx';
import { Rebuild } from './recovery/rebuild.tsx';
import { RepairJournal } from './recovery/repair-journal.tsx';
import { Waiting } from './waiting.tsx';

export interface JournalGateProps extends Journaled {
  /** Begins an empty store in the place of this one. */
  onNextGeneration(): Promise<void>;
  children: ReactNode;
}

/** What the browser damaged may hold entries the journal lacks: they are carried over first. */
async function compareAfterShipping({ store, file, outbox }: Journaled): Promise<Standing | 'version1'> {
  const standing = await compareWithJournal(store, file);
  if (standing.kind === 'databaseBehind' && standing.database === 0) {
    const [first] = (await file.read({ from: 1, limit: 1 })).entries;
    if (first?.command !== foundAdministrator.name) return 'version1';
  }
  if (standing.kind === 'even') await outbox.ship();
  if (standing.kind !== 'databaseDamaged' || standing.tables.includes('journal')) return standing;
  await outbox.ship();
  return compareWithJournal(store, file);
}

/** Opens the app only when store and journal file agree; otherwise says how they differ, and mends it. */
export function JournalGate({ children, onNextGeneration, ...journaled }: JournalGateProps) {
  const { store, file, outbox } = journaled;
  const [standing, setStanding] = useState<Standing | 'version1' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [checked] = useState(untilChecked);
  const compare = useCallback(async () => {
    setFailure(null);
    try {
      // Whoever starts types a password meanwhile; nobody gets in before all of it is checked.
      const heads = await compareHeads(store, file);
      if (heads.kind === 'even') setStanding(heads);
      const found = await compareAfterShipping({ store, file, outbox });
      if (found !== 'version1' && found.kind === 'even') {
        await bringLedgerUpToDate(store);
        checked.pass();
      }
      setStanding(found);
    } catch (thrown) {
      setFailure(asRefusal(thrown).message);
    }
  }, [checked, store, file, outbox]);
  useEffect(() => void compare(), [compare]);
  if (failure !== null) {
    return (
      <FullPage icon={IconFileAlert} title="没有读到日志文件" hint={failure}>
        <Button onClick={compare}>重试</Button>
      </FullPage>
    );
  }
  if (standing === null) {
    return <Waiting label="正在核对数据和日志" onGiveUp={onNextGeneration} />;
  }
  if (standing === 'version1') {
    return (
      <FullPage
        icon={IconFileAlert}
        title="这是 0.1 试用版的数据"
        hint="试用版没有账号，身份证号和电话是明文，本版本不打开它，也没有改动它。请为本版本换一个空的数据文件夹，把名册重新导入。"
      />
    );
  }
  switch (standing.kind) {
    case 'even':
      return <ContentChecked value={checked.promise}>{children}</ContentChecked>;
    case 'databaseBehind':
    case 'databaseDamaged':
    case 'restored':
      return (
        <Rebuild
          {...journaled}
          standing={standing}
          onNextGeneration={onNextGeneration}
          onDone={() => void compare()}
        />
      );
    case 'forked': {
      const { message } = refusal('journalForked', { sequence: standing.sequence });
      return <FullPage icon={IconFileAlert} title="数据库与日志不一致" hint={message} />;
    }
    case 'journalDamaged':
      return <RepairJournal {...journaled} damage={standing.damage} onDone={() => void compare()} />;
    case 'bothDamaged':
      return <MendJournal damage={standing.damage} onMended={onNextGeneration} />;
  }
}
