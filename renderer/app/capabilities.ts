import { type Capability, groups } from '../components/capability.ts';
import * as listed from '../features/capabilities.ts';

const order = Object.keys(groups);

function placeOf({ navigation }: Capability): number {
  return navigation ? order.indexOf(navigation.group) * 100 + navigation.place : order.length * 100;
}

/** Every capability, in the order in which they stand on the left. */
export const capabilities: readonly Capability[] = Object.values(listed).sort(
  (a, b) => placeOf(a) - placeOf(b),
);

/** Parts of which the frame around the pages has room for one. */
type SinglePart = 'classroomHome' | 'firstStart' | 'beforeAccounts' | 'wholeScreen';

/** @throws Error where no capability has this part, or more than one */
export function theOnly<Part extends SinglePart>(part: Part): NonNullable<Capability[Part]> {
  const [found, second] = capabilities.filter((capability) => capability[part]);
  const only = found?.[part];
  if (!only || second) throw new Error(`${part} is not in exactly one capability`);
  return only;
}
