import { administratorOnly, type Role } from './actor.ts';

/** What somebody may or may not do. Every command is one. */
export interface Act {
  /** As the person knows it. */
  label: string;
  roles: readonly Role[];
}

/** Acts that are no command: of the host, or of a part of a command. */
export const acts = {
  makeBackup: { label: '备份', roles: administratorOnly },
  restoreBackup: { label: '恢复备份', roles: administratorOnly },
  readHistory: { label: '查看操作记录', roles: administratorOnly },
  overrideCreditCode: { label: '保存校验不符的统一社会信用代码', roles: administratorOnly },
} as const satisfies Record<string, Act>;
