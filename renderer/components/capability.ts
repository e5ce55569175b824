import type { Icon } from '@tabler/icons-react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import type { Actor, Role } from '../../shared/domain/base/actor.ts';
import type { TrainingClass } from '../../shared/domain/teaching/class.ts';
import type { AnyCommand, BaseDatabase } from '../records/access.ts';

/** The groups that capabilities stand in on the left, as the work of a base goes. */
export const groups = {
  today: '今日',
  teaching: '办班',
  people: '学员',
  money: '收费',
  certificates: '证书',
  quality: '质量',
  filing: '归档上报',
  system: '系统',
} as const;
type Group = keyof typeof groups;

/** A page at a path; what the path names comes as props of its screen. */
export interface CapabilityPage {
  path: string;
  /** Who may open it where these are others than the capability's. */
  roles?: readonly Role[];
  render(params: Readonly<Record<string, string | undefined>>): ReactElement;
}

/** A part of the page of one class. */
interface ClassTab {
  /** The end of its path, as `members`. */
  value: string;
  label: string;
  icon: Icon;
  /** Its place in the row, from the left. */
  place: number;
  roles: readonly Role[];
  atClassroom?: true;
  /** @param tools what other capabilities put before its own buttons */
  panel: ComponentType<{ of: TrainingClass; tools?: ReactNode }>;
}

/** Something found by what was typed. */
export interface Hit {
  key: string;
  to: string;
  icon: Icon;
  name: string;
  /** What tells it from another of the same name. */
  about: string;
}

/** Something that waits to be done, with the list that does it. */
export interface Due {
  label: string;
  count: number;
  to: string;
}

/** What a few typed characters may mean to a capability. */
export interface Search {
  /** Orders the kinds found. */
  place: number;
  /** @param wanted tidied and in small letters, never empty */
  find(database: BaseDatabase, wanted: string, limit: number): Promise<Hit[]>;
}

/** What of a capability waits on the first page of whoever may open it. */
export interface DueLines {
  /** Orders the lines. */
  place: number;
  read(database: BaseDatabase, today: string): Promise<Due[]>;
}

/** Everything that the frame around the pages knows of one capability. */
export interface Capability {
  label: string;
  /** Who may open its pages and find what it holds. */
  roles: readonly Role[];
  /** Its place on the left; null where it has none of its own. */
  navigation: {
    path: `/${string}`;
    group: Group;
    /** Within its group, from above. */
    place: number;
    icon: Icon;
    /** Of use on a machine that only marks. */
    atClassroom?: true;
  } | null;
  pages?: readonly CapabilityPage[];
  classTab?: ClassTab;
  /** What stands among the buttons of another capability's class tab. */
  classTool?: { tab: string; tool: ComponentType<{ of: TrainingClass }> };
  search?: Search;
  due?: DueLines;
  commands?: Readonly<Record<string, AnyCommand>>;
  /** The first page of a machine that only marks. */
  classroomHome?: ComponentType;
  /** All there is before a base is set up. */
  firstStart?: ComponentType;
  /** Another way to begin than by setting up a base; shown within the first start. */
  otherStart?: ComponentType;
  /** Offered before anybody has an account. */
  beforeAccounts?: ComponentType<{ actor: Actor }>;
  /** Works unseen while somebody is signed in. */
  inBackground?: ComponentType;
  /** Takes the whole screen for a run of its own. */
  wholeScreen?: ComponentType<WholeScreenProps>;
}

export interface WholeScreenProps {
  runId: string;
  onLeave(): void;
  /** Asks for the password of whoever is signed in. */
  askPassword(onProven: () => void): ReactNode;
}

/** A desk that is no base's, with its own start. */
export interface OtherDesk {
  mode: 'authority';
  screen: ComponentType;
}
