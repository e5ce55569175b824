import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { rosterSheet } from '../../../../shared/exchange/roster/header.ts';
import { Page } from '../../../components/page.tsx';
import { useRecords } from '../../../components/records-context.tsx';
import { SheetPicker } from '../../../components/sheets/sheet-picker.tsx';
import { readKnownLearners } from '../../../records/learners/known-learners.ts';
import type { OpenedRoster } from './opened-roster.ts';
import { RosterPreview } from './roster-preview.tsx';
import { rosterTemplate } from './template.ts';

export interface RosterImportProps {
  /** What to do with the people taken, as enrolling them; without it the list of learners opens. */
  onImported?(learnerIds: string[]): void;
}

/** From an employer's file to learners: open, check the mapping, see every row's verdict, take. */
export function RosterImport({ onImported }: RosterImportProps) {
  const { database } = useRecords();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedRoster | null>(null);
  return (
    <Page
      title="导入名册"
      subtitle={
        opened
          ? `${opened.fileName}　工作表“${opened.sheet.name}”　表头在第 ${opened.header.rows.map((row) => row + 1).join('、')} 行${opened.encoding ? `　编码 ${opened.encoding}` : ''}`
          : '先预览，再写入；有错的行会指出是哪一格'
      }
      action={
        opened ? (
          <Button variant="default" onClick={() => setOpened(null)}>
            换一个文件
          </Button>
        ) : (
          !onImported && (
            <Button
              component={Link}
              href="/learners"
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
            >
              返回学员
            </Button>
          )
        )
      }
    >
      {opened ? (
        <RosterPreview
          key={opened.fileName}
          opened={opened}
          onImported={(ids) => (onImported ? onImported(ids) : navigate('/learners'))}
        />
      ) : (
        <SheetPicker
          kind={rosterSheet}
          wanted="“姓名”和“身份证号”"
          title="把用人单位发来的名册拖到这里"
          hint={
            <>
              .xlsx、.xls、.csv 都可以，不用先整理：标题行、合并的表头、合计行会自动识别。
              <br />
              导入前会逐行检查并给您看，确认后才会写入。
            </>
          }
          choose="选择文件"
          templateName="名册模板"
          download="下载名册模板"
          template={{ name: '学员名册模板', sheet: '学员名册', rows: rosterTemplate }}
          reading="正在读取名册"
          fills
          onOpened={async (found, { name: fileName, encoding }) =>
            setOpened({ fileName, encoding, ...found, known: await readKnownLearners(database) })
          }
        />
      )}
    </Page>
  );
}
