import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeTextbook, servesOn } from '../../shared/domain/base/facility.ts';
import { facilitiesOfKind } from '../records/facilities/queries.ts';
import { useToday } from './clock.tsx';
import { useQuery } from './use-query.ts';

export interface TextbookFieldProps {
  value: string;
  error?: ReactNode;
  onChange(textbook: string): void;
}

/** A course's textbook: typed, or one of the register with edition and ISBN (第25条). */
export function TextbookField({ value, error, onChange }: TextbookFieldProps) {
  const today = useToday();
  const books = (useQuery(facilitiesOfKind<'textbook'>, 'textbook') ?? []).filter((book) =>
    servesOn(book, today),
  );
  return (
    <Autocomplete
      label="教材"
      description="可从“办学条件”登记的教材里选"
      data={[...new Set(books.map(describeTextbook))]}
      error={error}
      value={value}
      onChange={onChange}
    />
  );
}
