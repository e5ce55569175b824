import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './electron/chromium.ts';
import { quietFlags } from './tests/support/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          sequence: { groupOrder: 0 },
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'build/**/*.test.ts',
            'tests/{unit,architecture}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        // The real database in a real browser: nothing stands in for IndexedDB.
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['renderer/**/*.test.ts', 'renderer/**/*.test.tsx'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: quietFlags, ...(executablePath === null ? {} : { executablePath }) },
              contextOptions: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'journeys',
          sequence: { groupOrder: 2 },
          include: ['tests/{journeys,packing}/**/*.test.ts'],
          globalSetup: ['tests/support/bases/service.ts'],
          // What is waited for comes: on a busy machine, minutes later.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 240_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
});
