import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../electron/chromium.ts';

const root = join(import.meta.dirname, '..');

function has(program: string): boolean {
  return spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;
}

function run(program: string, args: string[]): boolean {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Whether a Chinese font is there; without one screenshots show boxes. */
function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return listed.error !== undefined || listed.stdout.trim() !== '';
}

function missingPackages(): string[] {
  return [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(has('pdftotext') ? [] : ['poppler-utils']),
    // A second reader of the volumes of archives.
    ...(has('mutool') ? [] : ['mupdf-tools']),
    // A reader of QR codes that shares nothing with what draws them.
    ...(has('zbarimg') ? [] : ['zbar-tools']),
    // HarfBuzz's own program: what Mongolian is compared with.
    ...(has('hb-shape') ? [] : ['libharfbuzz-bin']),
    // The journeys end Chromium the hard way.
    ...(has('pkill') ? [] : ['procps']),
    // And one shows that what they acknowledge has been synced to the disk.
    ...(process.platform !== 'linux' || has('strace') ? [] : ['strace']),
    ...(process.platform === 'linux' && !hasChineseFont() ? ['fonts-noto-cjk'] : []),
  ];
}

/**
 * Gets what the tests drive, read and kill with: a Chromium, pdftotext, mutool, zbarimg, hb-shape and pkill. On
 * Debian as root from its packages; elsewhere a Chromium from Playwright, and the others are asked for in words.
 */
export function ensureTools(): void {
  const missing = missingPackages();
  if (missing.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
  }
  if (findChromium() === null) run('npx', ['playwright-core', 'install', 'chromium']);
  if (!['pdftotext', 'mutool', 'zbarimg', 'hb-shape'].every(has)) {
    throw new Error(
      '测试需要 pdftotext（poppler）、mutool（mupdf）、zbarimg（zbar）和 hb-shape（harfbuzz）。Debian：apt-get install poppler-utils mupdf-tools zbar-tools libharfbuzz-bin；macOS：brew install poppler mupdf-tools zbar harfbuzz。',
    );
  }
}

/** Gets the bench's peer in Python. @throws where it has to be installed by hand */
export function ensureReportLab(): void {
  const isThere = () => run('/usr/bin/python3', ['-c', 'import reportlab']);
  if (isThere()) return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'python3-reportlab']);
  }
  if (!isThere()) throw new Error('对比测速需要 ReportLab。Debian：apt-get install python3-reportlab');
}
