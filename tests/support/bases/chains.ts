import { administrator, laptopTeacher, type Person } from './people.ts';

/** Files that come from elsewhere (made-files.ts); each is a folder that is asked for as a base is. */
export type MadeFiles = 'scans' | 'packages';

/** A row of bases, each made of the one before by a step of its own (steps/). */
interface ChainOf<Base> {
  /** The base that the first step begins at; null begins with nothing. */
  on: Base | null;
  bases: readonly Base[];
  /** Other bases whose facts the steps ask for. */
  needs?: readonly Base[];
  /** Who works at the desk: the administrator where nobody is named, nobody where it has no accounts. */
  who?: Person | null;
  /** The files from elsewhere that its steps take. */
  takes?: MadeFiles;
  /** As the host is started. */
  args?: readonly string[];
}

/** The states that journeys start from. */
export const chains = {
  'set-up': { on: null, bases: ['founded', 'set-up'] },
  sample: { on: 'founded', bases: ['sample'] },
  roster: {
    on: 'set-up',
    bases: [
      'rostered',
      'enrolled-class',
      'two-sessions-marked',
      'marked-class',
      'assessed-class',
      'certified-class',
      'printed-class',
    ],
  },
  course: { on: 'set-up', bases: ['with-course'] },
  plan: { on: 'with-course', bases: ['plan-approved', 'plan-changed', 'plan-opened'] },
  money: {
    on: 'with-course',
    bases: [
      'fee-planned',
      'two-classes',
      'sixty-enrolled',
      'notice-published',
      'sixty-charged',
      'two-receipts',
      'money-settled',
    ],
  },
  evaluation: {
    on: 'with-course',
    bases: [
      'february-class',
      'trained-class',
      'survey-published',
      'collecting',
      'thirty-at-terminal',
      'thirty-in-files',
      'thirty-on-paper',
      'evaluated',
    ],
  },
  handover: { on: 'sample', bases: ['class-given', 'given-and-marked'] },
  classroom: {
    on: null,
    needs: ['class-given'],
    who: laptopTeacher,
    bases: ['laptop-founded', 'classroom', 'classroom-marked'],
  },
  keeping: { on: 'sample', bases: ['backed-up'] },
  teacher: { on: 'sample', bases: ['teacher-added'] },
  loss: { on: 'sample', bases: ['first-course'] },
  proof: { on: 'sample', bases: ['sample-certified', 'sample-voided'] },
  studio: {
    on: 'sample',
    bases: ['design-drafted', 'design-published', 'studio-ready', 'studio-issued', 'studio-printed'],
  },
  archive: {
    on: 'set-up',
    takes: 'scans',
    bases: [
      'trainer-appointed',
      'five-enrolled',
      'five-closed',
      'files-attached',
      'class-filed',
      'class-supplemented',
    ],
  },
  years: { on: 'set-up', bases: ['mixed-taught', 'mixed-closed'] },
  submission: {
    on: 'sample',
    takes: 'packages',
    bases: ['authority-known', 'submission-made', 'submission-sent', 'title-changed', 'correction-made'],
  },
  authority: {
    on: null,
    takes: 'packages',
    who: null,
    args: ['--authority'],
    bases: ['authority-named', 'packages-waiting', 'packages-taken'],
  },
} as const satisfies Record<string, ChainOf<string>>;

type Chains = typeof chains;
export type ChainName = keyof Chains;
export type BaseName = Chains[ChainName]['bases'][number];
export type Chain = ChainOf<BaseName>;

/** The chain that leads to a base. */
export function chainOf(base: BaseName): ChainName {
  const found = (Object.keys(chains) as ChainName[]).find((name) =>
    (chains[name].bases as readonly BaseName[]).includes(base),
  );
  if (!found) throw new Error(`no chain leads to ${base}`);
  return found;
}

/** Who works at the desk of a base, and how its host is started. */
export function deskOf(base: BaseName): { who: Person | null; args: readonly string[] } {
  const { who = administrator, args = [] }: Chain = chains[chainOf(base)];
  return { who, args };
}
