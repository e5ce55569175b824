import type { SealedText } from '../people/sealed-text.ts';

/** A class given to another machine of the base to be marked there; on that machine, the class received. */
export interface Handover {
  id: string;
  classId: string;
  /** To whom or to which machine; on the other side, who gave it. */
  with: string;
  at: string;
  by: string;
  /** What its marks come back sealed with. */
  key: SealedText;
  /** On the machine that received it: its name among the machines. Null on the one that gave it. */
  machine: string | null;
  /** On the machine that gave it: the last entry that came back from each machine. */
  returned: Record<string, { sequence: number; at: string }>;
}
