import { parentPort, workerData } from 'node:worker_threads';
import { inspect } from './inspect.ts';

const { bytes, type, wasmPath, pictureHeight } = workerData as {
  bytes: Uint8Array;
  type: string;
  wasmPath: string;
  pictureHeight?: number;
};

void inspect(bytes, type, wasmPath, pictureHeight).then(
  (inspection) => parentPort?.postMessage(inspection),
  () => parentPort?.postMessage({ pages: null, text: '', thumbnail: null }),
);
