import { type Disk, realDisk } from '../../electron/services/disk/disk.ts';

/** How a disk fails: once, or from then on for good, as where the power went. */
export type FailureKind = 'ENOSPC' | 'EIO' | 'crash';

/** A real disk, of which one step does half of its work and fails. */
export interface FailingDisk extends Disk {
  /** Steps that changed something, or tried to. */
  steps: number;
}

/** @param failAt the step that fails, counted from 1; 0 for none */
export function failingDisk(failAt: number, kind: FailureKind): FailingDisk {
  const code = kind === 'crash' ? 'EIO' : kind;
  const step = async <Result>(act: () => Promise<Result>, half?: () => Promise<unknown>): Promise<Result> => {
    disk.steps += 1;
    const isFailing = kind === 'crash' ? failAt > 0 && disk.steps >= failAt : disk.steps === failAt;
    if (!isFailing) return act();
    if (disk.steps === failAt) await half?.();
    throw Object.assign(new Error(code), { code });
  };
  const halfOf = <Content extends Uint8Array | string>(content: Content) =>
    content.slice(0, content.length / 2) as Content;
  const disk: FailingDisk = {
    ...realDisk,
    steps: 0,
    makeFolder: (path) => step(() => realDisk.makeFolder(path)),
    write: (path, position, bytes) =>
      step(
        () => realDisk.write(path, position, bytes),
        () => realDisk.write(path, position, halfOf(bytes)),
      ),
    truncate: (path, size) => step(() => realDisk.truncate(path, size)),
    create: (path, bytes) =>
      step(
        () => realDisk.create(path, bytes),
        () => realDisk.create(path, halfOf(bytes)),
      ),
    writePart: (path, bytes) =>
      step(
        () => realDisk.writePart(path, bytes),
        () => realDisk.writePart(path, halfOf(bytes)),
      ),
    remove: (path) => step(() => realDisk.remove(path)),
    removeFolder: (path) => step(() => realDisk.removeFolder(path)),
    rename: (from, to) => step(() => realDisk.rename(from, to)),
    renameAll: async (moves) => {
      for (const [from, to] of moves) await disk.rename(from, to);
    },
    claim: (from, to) => step(() => realDisk.claim(from, to)),
  };
  return disk;
}
