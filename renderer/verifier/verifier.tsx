import { Button, Container, FileButton, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFileSearch, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { chineseDate } from '../../shared/domain/base/civil-date.ts';
import { claimPrefix } from '../../shared/exchange/proof/claim.ts';
import {
  judgeCode,
  judgeNumber,
  readVoidList,
  type VerifySignature,
} from '../../shared/exchange/proof/verdict.ts';
import type { SigningKey } from '../../shared/exchange/proof/void-list.ts';
import { FileDrop } from '../components/file-drop.tsx';
import { Camera } from './camera.tsx';
import { codesInFile } from './read-code.ts';
import { type Shown, VerdictCard } from './verdict-card.tsx';

export interface VerifierProps {
  baseName: string;
  /** The keys of the base, as the page was made. */
  keys: readonly SigningKey[];
  /** The list of void numbers the page was made with, as it was signed. */
  ownList: string;
  today: string;
  verifySignature: VerifySignature;
}

/** Checks certificates of one base with nothing but this page: by camera, picture, PDF or pasted text. */
export function Verifier({ baseName, keys, ownList, today, verifySignature }: VerifierProps) {
  const [listText, setListText] = useState(ownList);
  const [listProblem, setListProblem] = useState('');
  const [pasted, setPasted] = useState('');
  const [verdicts, setVerdicts] = useState<{ key: string; verdict: Shown }[]>([]);
  const read = readVoidList(listText, keys, verifySignature);
  const list = read.ok ? read.content : null;
  // A newer list may know of a newer key; its own signature is by one the page knows.
  const known = list ? [...keys, ...list.keys.filter(({ id }) => !keys.some((key) => key.id === id))] : keys;
  const judge = (texts: readonly string[]) =>
    setVerdicts(
      texts.map((text) => ({
        key: text,
        verdict: text.startsWith(claimPrefix)
          ? judgeCode(text, known, list, today, verifySignature)
          : judgeNumber(text, list),
      })),
    );
  const open = async (file: File) => {
    const codes = await codesInFile(file);
    if (codes.length > 0) return judge(codes);
    const why = '这个文件里没有读到验证码：请拍清楚二维码，或用本基地发的 PDF。';
    setVerdicts([{ key: file.name, verdict: { kind: 'unclear', claim: null, why } }]);
  };
  const takeList = async (file: File) => {
    const text = await file.text();
    const given = readVoidList(text, keys, verifySignature);
    if (!given.ok) return setListProblem(`${file.name}：${given.why}，没有采用。`);
    if (list && given.content.asOf < list.asOf) {
      return setListProblem(
        `${file.name} 是 ${chineseDate(given.content.asOf)} 的，比现在用的还旧，没有采用。`,
      );
    }
    setListProblem('');
    setListText(text);
    setVerdicts([]);
  };
  return (
    <FileDrop look="plain" accept="image/*,.pdf" onFiles={([file]) => file && void open(file)}>
      {(choose) => (
        <Container size="sm" py="xl" component="main">
          <Stack gap="md">
            <Title order={1} size="h2">
              证书验证
            </Title>
            <Text>{baseName}发的继续教育证书，在这里验真伪。不连网也能验，什么都不会传出去。</Text>
            <Paper withBorder p="md">
              <Stack gap="sm">
                <Group>
                  <Button onClick={choose} leftSection={<IconFileSearch size={16} aria-hidden />}>
                    选择图片或 PDF
                  </Button>
                  <Camera onCode={(code) => judge([code])} />
                </Group>
                <form
                  onSubmit={(event) => {
                    event.preventDefault();
                    judge([pasted]);
                  }}
                >
                  <Stack gap="xs">
                    <Textarea
                      label="或粘贴扫出来的文字、证书编号"
                      autosize
                      minRows={2}
                      maxRows={6}
                      value={pasted}
                      onChange={(event) => setPasted(event.currentTarget.value)}
                    />
                    <Group justify="flex-end">
                      <Button type="submit" variant="default" disabled={pasted.trim() === ''}>
                        验证
                      </Button>
                    </Group>
                  </Stack>
                </form>
              </Stack>
            </Paper>
            {verdicts.map(({ key, verdict }) => (
              <VerdictCard key={key} verdict={verdict} />
            ))}
            <Paper withBorder p="md">
              <Stack gap="xs" align="flex-start">
                <Text size="sm">
                  {list
                    ? `作废名单：${chineseDate(list.asOf)}，${list.voided.length} 个编号，用到 ${chineseDate(list.goodUntil)}。`
                    : `作废名单不能用：${read.ok ? '' : read.why}。`}
                </Text>
                <FileButton accept=".json" onChange={(file) => file && void takeList(file)}>
                  {(button) => (
                    <Button
                      {...button}
                      variant="default"
                      leftSection={<IconListDetails size={16} aria-hidden />}
                    >
                      换新的作废名单
                    </Button>
                  )}
                </FileButton>
                {listProblem !== '' && (
                  <Text size="sm" c="red.9" role="alert">
                    {listProblem}
                  </Text>
                )}
              </Stack>
            </Paper>
          </Stack>
        </Container>
      )}
    </FileDrop>
  );
}
