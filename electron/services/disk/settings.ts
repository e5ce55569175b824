import { dirname } from 'node:path';
import type { z } from 'zod';
import { refusal } from '../../../shared/refusals/index.ts';
import { Turns } from '../turns.ts';
import { type Disk, realDisk } from './disk.ts';
import { isMissing, reasonOf } from './disk-failure.ts';
import { makeFolder, replaceFile } from './files.ts';

/**
 * Settings of this machine in a JSON file. Only a file that is not there means that nothing was set; one that
 * can't be read or understood is refused and left as it is, so that nothing is forgotten.
 */
export class Settings<Schema extends z.ZodType> {
  private readonly turns = new Turns();

  constructor(
    private readonly path: string,
    private readonly schema: Schema,
    /** What holds where nothing was ever set. */
    private readonly unset: z.output<Schema>,
    private readonly disk: Disk = realDisk,
  ) {}

  /** @throws Refusal settingsUnreadable */
  async read(): Promise<z.output<Schema>> {
    let text: string;
    try {
      text = (await this.disk.read(this.path)).toString('utf8');
    } catch (thrown) {
      if (isMissing(thrown)) return this.unset;
      throw refusal('settingsUnreadable', { path: this.path, reason: reasonOf(thrown) });
    }
    try {
      return this.schema.parse(JSON.parse(text));
    } catch {
      const reason = text.trim() === '' ? '文件是空的' : '内容损坏';
      throw refusal('settingsUnreadable', { path: this.path, reason });
    }
  }

  /** Sets them by what they are; one change at a time. @throws Refusal settingsUnreadable, diskFailure */
  change(change: (now: z.output<Schema>) => z.output<Schema>): Promise<void> {
    return this.turns.take(async () => {
      const next = change(await this.read());
      await makeFolder(dirname(this.path), this.disk);
      await replaceFile(this.path, `${JSON.stringify(next, null, 2)}\n`, this.disk);
    });
  }
}
