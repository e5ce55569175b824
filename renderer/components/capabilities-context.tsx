import { createContext, useContext } from 'react';
import type { Capability } from './capability.ts';

const Capabilities = createContext<readonly Capability[] | null>(null);

export const CapabilitiesProvider = Capabilities.Provider;

/** Every capability of the app, for the pages that show what several of them have. */
export function useCapabilities(): readonly Capability[] {
  const capabilities = useContext(Capabilities);
  if (!capabilities) throw new Error('no capabilities are provided');
  return capabilities;
}
