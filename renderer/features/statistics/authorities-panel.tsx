import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Authority } from '../../../shared/domain/base/authority.ts';
import { keyFingerprint } from '../../../shared/exchange/submission/authority-card.ts';
import { confirmAct } from '../../components/confirm.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import {
  readAuthorityCard,
  registerAuthority,
  removeAuthority,
} from '../../records/statistics/authority-commands.ts';

/** The authorities whose cards are registered, by name. */
export function useAuthorities(): Authority[] {
  const { database } = useRecords();
  const found = useLiveQuery(() => database.rows.authorities.toArray(), [database]) ?? [];
  return found.sort((one, other) => one.name.localeCompare(other.name, 'zh'));
}

/** The key that this base's packages are signed with; empty until it is known. */
function useOwnKey(): string {
  const { host } = useHost();
  const base = useQuery(readBase);
  const generation = base?.signing.generation;
  const [publicKey, setPublicKey] = useState('');
  useEffect(() => {
    if (generation === undefined) return;
    void attempt(async () => setPublicKey((await host.submissions.ownKey({ generation })).publicKey));
  }, [host, generation]);
  return publicKey;
}

/** By which keys acknowledgements are taken and packages are sealed; each was compared by a person once. */
export function AuthoritiesPanel() {
  const { execute } = useRecords();
  const authorities = useAuthorities();
  const ownKey = useOwnKey();
  const register = (file: File) =>
    attempt(async () => {
      const upload = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const { name, publicKey } = readAuthorityCard(upload);
      confirmAct({
        title: `登记“${name}”？`,
        consequence: `请打电话和对方核对指纹：${keyFingerprint(publicKey)}。核对一致再登记；以后只有它签的回执才收。`,
        act: '指纹一致，登记',
        perform: async () => {
          await execute(registerAuthority, upload);
          sayDone(`已登记 ${name}`);
        },
      });
    });
  return (
    <Stack gap={6}>
      {ownKey !== '' && (
        <Text size="sm">本基地公钥的指纹 {keyFingerprint(ownKey)}，主管部门登记时会来核对。</Text>
      )}
      {authorities.map(({ id, name }) => (
        <Group key={id} justify="space-between">
          <Text size="sm">
            {name}　指纹 {keyFingerprint(id)}
          </Text>
          <ConfirmedButton
            look="row"
            title={`不再信任“${name}”的公钥？`}
            consequence="已收的回执不变；以后它签的回执不收，也不能加密给它。"
            act="取消登记"
            perform={() => execute(removeAuthority, { id })}
          />
        </Group>
      ))}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {authorities.length === 0
            ? '登记主管部门发来的公钥卡，才能收它签名的回执、把报送包加密给它。'
            : '对方换了公钥，会再发一张卡。'}
        </Text>
        <FileButton onChange={(file) => file && void register(file)} accept=".json">
          {(button) => (
            <Button {...button} size="compact-sm" variant="default">
              登记公钥卡
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}
