import { messageOf, Refusal, refusal } from '../../../shared/refusals/index.ts';

const reasons: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EBUSY: '文件正被别的程序占用（常见的是杀毒软件或网盘）',
  EROFS: '磁盘是只读的',
  EIO: '磁盘读写出错',
  ENOENT: '文件或文件夹不见了',
  ENAMETOOLONG: '文件名太长',
};

/** The code that the operating system gave an error, as `ENOSPC`; empty where it gave none. */
export function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return /^E[A-Z0-9]+$/.test(code) ? code : '';
}

/** Why a disk would not, in words. */
export function reasonOf(thrown: unknown): string {
  return reasons[codeOf(thrown)] ?? messageOf(thrown);
}

/** Whether there is no such file or folder; a file that can't be read is there all the same. */
export function isMissing(thrown: unknown): boolean {
  return codeOf(thrown) === 'ENOENT';
}

/** What went wrong with writing to a disk, in words; a Refusal stays what it is. */
export function diskFailure(path: string, thrown: unknown): Refusal {
  return thrown instanceof Refusal ? thrown : refusal('diskFailure', { path, reason: reasonOf(thrown) });
}

/** What went wrong with reading from a disk, in words; a Refusal stays what it is. */
export function unreadable(path: string, thrown: unknown): Refusal {
  return thrown instanceof Refusal ? thrown : refusal('diskUnreadable', { path, reason: reasonOf(thrown) });
}
