import { messageOf, Refusal, refusal } from '../../shared/refusals/index.ts';

const reasons: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘是只读的',
  EIO: '磁盘读写出错',
  ENOENT: '文件或文件夹不见了',
  ENAMETOOLONG: '文件名太长',
};

/** What went wrong with a disk, in words; a Refusal stays what it is. */
export function diskFailure(path: string, thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return refusal('diskFailure', { path, reason: reasons[code] ?? messageOf(thrown) });
}
