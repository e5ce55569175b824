import { Anchor, Button, Group, Input, Text } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProofFile } from '../../shared/domain/teaching/outside-entry.ts';
import { useHost } from '../host/context.tsx';
import { FileDrop } from './file-drop.tsx';
import { attempt } from './notify.ts';
import classes from './proof-field.module.css';

/** What a proof may be, for the system's file chooser. */
export const proofTypes = 'application/pdf,image/jpeg,image/png';

/** How big a file is, as a person reads it. */
export function describeBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function ShownProof({ type, url }: { type: ProofFile['type']; url: string }) {
  if (type === 'application/pdf') {
    return <iframe title="证明文件" src={`${url}#toolbar=0&navpanes=0`} className={classes.page} />;
  }
  return <img alt="证明文件" src={url} className={classes.picture} />;
}

export interface ProofFieldProps {
  label: string;
  description: string;
  proof: ProofFile | null;
  onChange(proof: ProofFile | null): void;
  /** What may be chosen; proofs of any kind where it is not said. */
  accept?: string;
  /** What is made of a file before it is kept. */
  prepare?(file: File): Promise<File>;
}

/** A scanned proof: chosen or dropped it is kept by the host at once, and can be looked at. */
export function ProofField(props: ProofFieldProps) {
  const { label, description, proof, onChange, accept = proofTypes, prepare } = props;
  const { host } = useHost();
  const [busy, setBusy] = useState(false);
  const keep = async (chosen: File) => {
    setBusy(true);
    await attempt(async () => {
      const file = prepare ? await prepare(chosen) : chosen;
      const bytes = new Uint8Array(await file.arrayBuffer());
      onChange(await host.proofs.keep({ name: file.name, bytes }));
      setShown(null);
    });
    setBusy(false);
  };
  const [shown, setShown] = useState<string | null>(null);
  const show = (hash: string) =>
    attempt(async () => setShown(shown === null ? (await host.proofs.locate({ hash })).url : null));
  return (
    <Input.Wrapper label={label} description={description}>
      <FileDrop look="plain" accept={accept} onFiles={([file]) => file && void keep(file)}>
        {(choose) => (
          <Group gap="xs" mt={4}>
            {proof && (
              <Text size="sm">
                <Anchor component="button" type="button" size="sm" onClick={() => show(proof.hash)}>
                  {shown === null ? '查看证明' : '收起证明'}
                </Anchor>
                　{describeBytes(proof.bytes)}
              </Text>
            )}
            <Button
              size="compact-md"
              variant="default"
              loading={busy}
              leftSection={<IconPaperclip size={16} aria-hidden />}
              onClick={choose}
            >
              {proof ? '换一份' : '选择文件'}
            </Button>
            {proof && (
              <Button
                size="compact-md"
                variant="subtle"
                color="red.9"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => onChange(null)}
              >
                去掉
              </Button>
            )}
          </Group>
        )}
      </FileDrop>
      {proof && shown !== null && <ShownProof type={proof.type} url={shown} />}
    </Input.Wrapper>
  );
}
