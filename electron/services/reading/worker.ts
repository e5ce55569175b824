import { serve } from '../threads/serve.ts';
import { readers } from './readers.ts';
import { readingThread } from './tasks.ts';

serve(readingThread, () => readers);
