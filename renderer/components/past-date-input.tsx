import { DateInput } from '@mantine/dates';
import { useToday } from './clock.tsx';

/** A day that has come; emptied, it is today. */
export function PastDateInput({
  label,
  value,
  width = 'auto',
  onChange,
}: {
  label: string;
  /** In pixels. */
  width?: number | 'auto';
  value: string;
  onChange(day: string): void;
}) {
  const today = useToday();
  return (
    <DateInput
      label={label}
      w={width}
      valueFormat="YYYY-MM-DD"
      maxDate={today}
      value={value}
      onChange={(day) => onChange(day ?? today)}
    />
  );
}
