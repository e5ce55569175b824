import { defineThread } from '../threads/definition.ts';
import type { Thread } from '../threads/thread.ts';
import type { Inspection } from './inspect.ts';

export interface InspectionTasks {
  /** What a file of a media type holds, with a picture so many pixels high. */
  inspect: {
    input: { bytes: Uint8Array; type: string; pictureHeight: number | undefined };
    output: Inspection;
  };
}

export const inspectionThread = defineThread<InspectionTasks, { wasmPath: string }>({
  title: '查看附件',
  rules: {
    // The memory that PDFium has taken it gives back only by ending.
    inspect: {
      worker: 'alone',
      heapMegabytes: 1024,
      milliseconds: 60_000,
      atOnce: 1,
      keptMilliseconds: 0,
    },
  },
});

export type InspectionThread = Thread<InspectionTasks, { wasmPath: string }>;
