import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ProofFile } from '../../../shared/domain/teaching/outside-entry.ts';
import { outsideSheet, outsideTemplate } from '../../../shared/exchange/outside-hours/columns.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { proofTypes } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SheetPicker } from '../../components/sheets/sheet-picker.tsx';
import { useHost } from '../../host/context.tsx';
import { readKnowledge } from '../../records/outside-hours/import-knowledge.ts';
import { type OpenedSheet, OutsideImportPreview } from './import-preview.tsx';

/** From an employer's sheet and its scans to outside entries: open, see every row's verdict, take. */
export function OutsideImportPage() {
  const { database } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedSheet | null>(null);
  // Sheet and proofs may come in one drop: the sheet is then opened before the page shows that they are kept.
  const proofs = useRef<ReadonlyMap<string, ProofFile>>(new Map());
  const [proofCount, setProofCount] = useState(0);
  const keep = (files: readonly File[]) =>
    attempt(async () => {
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const proof = await host.proofs.keep({ name: file.name, bytes });
        proofs.current = new Map(proofs.current).set(file.name, proof);
        setProofCount(proofs.current.size);
      }
    });
  return (
    <Page
      title="导入外部学时"
      subtitle={opened ? opened.fileName : '先选证明文件，再选表格；表格“证明文件”一栏写文件名，两边自动对上'}
      action={
        opened ? (
          <Button variant="default" onClick={() => setOpened(null)}>
            换一个文件
          </Button>
        ) : (
          <Button
            component={Link}
            href="/outside-hours"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            返回外部学时
          </Button>
        )
      }
    >
      {opened ? (
        <OutsideImportPreview opened={opened} onImported={() => navigate('/outside-hours')} />
      ) : (
        <SheetPicker
          kind={outsideSheet}
          wanted="“证件号码”和“学时”"
          title="一张表格登记一批人的外部学时"
          hint={
            <>
              没有证明文件的行也可以先登记，补上证明之后才计入学时。
              <br />
              导入前会逐行检查并给您看，确认后才会写入。
            </>
          }
          template={{ name: '外部学时模板', sheet: '外部学时', rows: outsideTemplate }}
          companions={{
            label: '选择证明文件',
            accept: proofTypes,
            keep,
            note: `已选证明文件 ${proofCount} 份`,
          }}
          fills
          onOpened={async (found, { name: fileName }) =>
            setOpened({ fileName, found, knowledge: await readKnowledge(database, proofs.current, today) })
          }
        />
      )}
    </Page>
  );
}
