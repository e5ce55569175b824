import { existsSync } from 'node:fs';
import { join } from 'node:path';

const candidates: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (path) => join(folder, path),
    );
  }),
};

/** A Chromium, Chrome or Edge of this machine, or null. `JIDI_CHROMIUM` names one outright. */
export function findChromium(): string | null {
  const named = process.env.JIDI_CHROMIUM;
  if (named && existsSync(named)) return named;
  return candidates[process.platform]?.find((path) => existsSync(path)) ?? null;
}
