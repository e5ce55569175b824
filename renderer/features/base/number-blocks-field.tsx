import { Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  type NumberBlock,
  type ReadBlocks,
  readNumberBlocks,
  writeNumberBlocks,
} from '../../../shared/domain/certificates/number-block.ts';

/** Which desk gives out which certificate numbers, a line each. */
export function NumberBlocksField({
  blocks,
  onChange,
}: {
  blocks: readonly NumberBlock[];
  onChange(read: ReadBlocks): void;
}) {
  const [text, setText] = useState(writeNumberBlocks(blocks));
  const read = readNumberBlocks(text);
  return (
    <Textarea
      label="证书编号分段"
      description="几个窗口、几台电脑各自发证时，每行给一个窗口一段序号，例如“总台 1-50000”“二号台 50001-99999”，编号就不会撞；只有一个窗口就空着"
      autosize
      minRows={1}
      maxRows={8}
      value={text}
      error={read.ok ? undefined : read.problem}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readNumberBlocks(event.currentTarget.value));
      }}
    />
  );
}
