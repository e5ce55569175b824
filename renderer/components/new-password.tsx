import { PasswordInput } from '@mantine/core';

export interface NewPasswordProps {
  value: string;
  again: string;
  onChange(value: string): void;
  onChangeAgain(value: string): void;
}

/** Whether both fields hold the same password of enough length. */
export function isNewPassword(value: string, again: string): boolean {
  return value.length >= 8 && value === again;
}

/** A new password, typed twice. */
export function NewPassword({ value, again, onChange, onChangeAgain }: NewPasswordProps) {
  return (
    <>
      <PasswordInput
        label="新密码"
        description="至少 8 位"
        required
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <PasswordInput
        label="再输一遍"
        required
        autoComplete="new-password"
        error={again !== '' && !value.startsWith(again) && again !== value ? '两次输入不同' : undefined}
        value={again}
        onChange={(event) => onChangeAgain(event.currentTarget.value)}
      />
    </>
  );
}
