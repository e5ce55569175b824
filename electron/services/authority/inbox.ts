import { join, parse } from 'node:path';
import { refusal } from '../../../shared/refusals/index.ts';
import type { Disk } from '../disk/disk.ts';
import { makeFolder, moveFile, replaceFile } from '../disk/files.ts';
import { listIfThere } from '../disk/read.ts';
import { safeFileName } from '../files/produced-files.ts';
import { packageEnding } from './take-folder.ts';
import type { StoredPackage } from './taken-log.ts';

/** Packages that wait, and those of each run, put away: nothing that came in is deleted. */
export class Inbox {
  readonly folder: string;
  private readonly taken: string;

  constructor(
    folder: string,
    private readonly disk: Disk,
  ) {
    this.folder = join(folder, 'inbox');
    this.taken = join(folder, 'taken');
  }

  /** Names of packages that wait. The folder is there afterwards: files are put into it by hand, too. */
  async waiting(): Promise<string[]> {
    await makeFolder(this.folder, this.disk);
    return (await listIfThere(this.folder, this.disk)).filter((name) => packageEnding.test(name));
  }

  /** One of the same name is replaced. @throws Refusal submissionUnreadable, diskFailure */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    if (!packageEnding.test(name))
      throw refusal('submissionUnreadable', { name, reason: '不是 .zip 或 .sealed 文件' });
    await makeFolder(this.folder, this.disk);
    await replaceFile(join(this.folder, safeFileName(name)), bytes, this.disk);
  }

  /** Moves packages of the inbox into the folder of the run that took them. */
  async putAway(run: string, files: readonly string[]): Promise<void> {
    for (const file of files) await moveFile(join(this.folder, file), join(this.taken, run, file), this.disk);
  }

  /** A name that nothing in the inbox bears: what came in later is not replaced by what comes back. */
  private async freePlace(file: string): Promise<string> {
    const { name, ext } = parse(file);
    for (let number = 1; ; number += 1) {
      const place = join(this.folder, number === 1 ? file : `${name} (${number})${ext}`);
      if (!(await this.disk.exists(place))) return place;
    }
  }

  /** Puts away what a run took that counts, and back what a run took that does not, wherever either was cut short. */
  async settle(counted: readonly StoredPackage[]): Promise<void> {
    const runs = new Map<string, string[]>();
    for (const { run, file } of counted) runs.set(run, [...(runs.get(run) ?? []), file]);
    const waiting = new Set(await this.waiting());
    for (const [run, files] of runs) {
      if (!files.some((file) => waiting.has(file))) continue;
      const there = new Set(await listIfThere(join(this.taken, run), this.disk));
      await this.putAway(
        run,
        files.filter((file) => waiting.has(file) && !there.has(file)),
      );
    }
    for (const run of await listIfThere(this.taken, this.disk)) {
      if (runs.has(run)) continue;
      for (const file of await listIfThere(join(this.taken, run), this.disk))
        await moveFile(join(this.taken, run, file), await this.freePlace(file), this.disk);
    }
  }
}
