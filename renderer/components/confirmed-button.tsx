import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ConfirmedAct, confirmAct } from './confirm.tsx';

export interface ConfirmedButtonProps extends ConfirmedAct {
  /** The word on the button, where it is not the one on the button that does it. */
  label?: string;
  /** What it is called where the word alone doesn't say of what; then the word is still shown. */
  name?: string;
  /** In the row of a list it is small and bare; on a page it is as large as the others, with a picture. */
  look: 'row' | 'page';
}

/** An act that takes something away: red, and asked about with its consequence before it is done. */
export function ConfirmedButton({ label, name, look, ...act }: ConfirmedButtonProps) {
  return (
    <Button
      variant="subtle"
      color="red.9"
      aria-label={name}
      onClick={() => confirmAct({ dangerous: true, ...act })}
      {...(look === 'row' ? { size: 'compact-sm' } : { leftSection: <IconTrash size={16} aria-hidden /> })}
    >
      {label ?? act.act}
    </Button>
  );
}
