import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      onLog(level, log, handle) {
        // The calendar asks for rrule's default export only where there is one.
        if (log.code !== 'IMPORT_IS_UNDEFINED' || !log.message.includes('rrule')) handle(level, log);
      },
    },
  },
});
