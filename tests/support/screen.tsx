import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import { type HostAccess, HostProvider } from '../../renderer/host/context.tsx';

/** Puts a part of the app on a page of its own, before a host; answers what is read and done on it. */
export function screen(access: HostAccess, part: ReactNode) {
  const root = document.body.appendChild(document.createElement('div'));
  createRoot(root).render(
    <MantineProvider>
      <HostProvider access={access}>{part}</HostProvider>
    </MantineProvider>,
  );
  const text = () => root.textContent;
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  return {
    /** Waits until the screen says this. */
    says: (words: string) => vi.waitUntil(() => text().includes(words), { timeout: 30_000 }),
    text,
    button,
    /** The cells of the tables, row by row. */
    rows: () =>
      [...root.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.textContent),
      ),
    async type(label: string, value: string) {
      const named = [...root.querySelectorAll('label')].find((one) => one.textContent.startsWith(label));
      const field = named?.control;
      if (!(field instanceof HTMLInputElement)) throw new Error(`there is no field ${label}`);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
