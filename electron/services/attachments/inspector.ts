import type { Inspection } from './inspect.ts';
import type { InspectionThread } from './tasks.ts';

/** Looks into attached files, which anybody may have made: what can't be read is kept all the same. */
export class Inspector {
  constructor(private readonly thread: Pick<InspectionThread, 'run'>) {}

  /** What a file holds; no pages where it can't be read in time and room. */
  inspect(bytes: Uint8Array, type: string, pictureHeight?: number): Promise<Inspection> {
    return this.thread
      .run('inspect', { bytes, type, pictureHeight })
      .catch(() => ({ pages: null, text: '', thumbnail: null }));
  }
}
