import { type Handlers, methods } from '../../shared/contract/host.ts';

/** A handler for every method of the contract that rejects: tests put in the ones they are about. */
export function rejectingHandlers(reason: string): Handlers {
  const table: Record<string, Record<string, () => Promise<never>>> = {};
  for (const dotted of methods.keys()) {
    const [area = '', name = ''] = dotted.split('.');
    table[area] = { ...table[area], [name]: () => Promise.reject(new Error(reason)) };
  }
  return table as unknown as Handlers;
}
