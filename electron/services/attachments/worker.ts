import { parentPort, workerData } from 'node:worker_threads';
import { inspect } from './inspect.ts';

const { bytes, type, wasmPath } = workerData as { bytes: Uint8Array; type: string; wasmPath: string };

void inspect(bytes, type, wasmPath).then(
  (inspection) => parentPort?.postMessage(inspection),
  () => parentPort?.postMessage({ pages: null, text: '', thumbnail: null }),
);
