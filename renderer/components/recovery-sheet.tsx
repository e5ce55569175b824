import { Button, Checkbox, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { momentText } from '../../shared/domain/base/civil-date.ts';
import classes from './recovery-sheet.module.css';

export interface RecoverySheetProps {
  code: string;
  baseName: string | null;
  onKept(): void;
}

/**
 * The recovery sheet: on paper only. It is printed straight from the screen, since a file of it would
 * open everything to whoever finds the file.
 */
export function RecoverySheet({ code, baseName, onKept }: RecoverySheetProps) {
  const [kept, setKept] = useState(false);
  const [madeAt] = useState(() => momentText(new Date().toISOString()));
  return (
    <Stack>
      <Paper withBorder className={classes.sheet}>
        <Title order={2} size="h3">
          恢复单
        </Title>
        <Text mt={4}>
          {baseName ?? '继续教育基地'}　{madeAt}
        </Text>
        <Text ff="monospace" fz={20} fw={700} my="lg" aria-label="恢复码" style={{ whiteSpace: 'nowrap' }}>
          {code}
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>管理员忘记密码、密钥文件丢失、换电脑或重装系统时，用它找回数据。</List.Item>
          <List.Item>用它能打开本基地的所有备份。没有它，也没有任何密码时，谁也打不开。</List.Item>
          <List.Item>请打印或抄写两份，锁在柜子里，不要拍照，不要存进电脑。</List.Item>
          <List.Item>抄写时不分大小写，数字 0 与字母 O、数字 1 与字母 I、L 不用分辨。</List.Item>
        </List>
      </Paper>
      <Group justify="space-between">
        <Checkbox
          label="已经打印或抄下，放在安全的地方"
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Group>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            打印恢复单
          </Button>
          <Button disabled={!kept} onClick={onKept}>
            继续
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
