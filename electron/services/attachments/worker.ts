import { serve } from '../threads/serve.ts';
import { inspect } from './inspect.ts';
import { inspectionThread } from './tasks.ts';

serve(inspectionThread, ({ wasmPath }) => ({
  inspect: ({ bytes, type, pictureHeight }) => inspect(bytes, type, wasmPath, pictureHeight),
}));
