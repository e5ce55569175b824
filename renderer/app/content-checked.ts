import { createContext, useContext } from 'react';

/** Settles when every row of the database has been found to be what was written. */
export const ContentChecked = createContext<Promise<void>>(Promise.resolve());

export function useContentChecked(): Promise<void> {
  return useContext(ContentChecked);
}

export interface Check {
  promise: Promise<void>;
  pass(): void;
}

/** A check that has not passed yet. */
export function untilChecked(): Check {
  let pass: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    pass = resolve;
  });
  return { promise, pass: () => pass() };
}
