import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build as bundle } from 'esbuild';
import { build as buildPage } from 'vite';
import { mendSheetReader } from './mend-sheet-reader.ts';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist/built');

async function newestSource(folder: string): Promise<number> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return Math.max(
    0,
    ...entries
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

async function isFresh(): Promise<boolean> {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return false;
  const files = ['package-lock.json', 'vite.config.ts', 'build/build.ts', 'build/mend-sheet-reader.ts'].map(
    (file) => statSync(join(root, file)).mtimeMs,
  );
  const folders = await Promise.all(['shared', 'electron', 'renderer'].map(newestSource));
  return Math.max(...files, ...folders) < builtAt;
}

/** The preload runs in the sandbox, where only `electron` can be required. */
async function buildPreload(): Promise<void> {
  await bundle({
    absWorkingDir: root,
    entryPoints: { preload: 'electron/preload.ts' },
    outdir: 'dist/electron',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'cjs',
    external: ['electron'],
    logLevel: 'warning',
  });
}

async function buildHost(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      main: 'electron/main.ts',
      browser: 'electron/browser.ts',
      'attachment-worker': 'electron/services/attachments/worker.ts',
      'reading-worker': 'electron/services/reading/worker.ts',
    },
    outdir: 'dist/electron',
    outExtension: { '.js': '.cjs' },
    plugins: [mendSheetReader],
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    // DuckDB is a native module: it lies beside the bundle, and only an authority's host loads it.
    external: ['electron', '@duckdb/node-api'],
    define: { APP_VERSION: JSON.stringify(version), 'import.meta.url': 'moduleUrl' },
    // PDFKit asks where it lies, which a CommonJS bundle does not know by itself.
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
}

/** A page that works without app and network: one script and one style, put into an HTML file by the host. */
async function buildSelfContained(name: string): Promise<void> {
  await buildPage({
    configFile: false,
    root: join(root, 'renderer'),
    publicDir: false,
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warn',
    build: {
      outDir: join(root, 'dist/electron', name),
      emptyOutDir: true,
      // Older than the app's own: it runs in whatever browser a learner has.
      target: 'chrome109',
      chunkSizeWarningLimit: 2500,
      lib: {
        entry: join(root, 'renderer', name, 'main.tsx'),
        formats: ['iife'],
        name: 'selfContained',
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  });
}

/** Threads that are modules: HarfBuzz is one that waits for its WebAssembly when it is loaded. */
async function buildModuleWorkers(): Promise<void> {
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      'pdf-worker': 'electron/services/pdf/worker.ts',
      'code-worker': 'electron/services/signing/worker.ts',
    },
    outdir: 'dist/electron',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // What is CommonJS in the bundle asks for these, which a module does not have.
    banner: {
      js: "import { createRequire as createRequireOf } from 'node:module'; import { dirname as dirnameOf } from 'node:path'; import { fileURLToPath as pathOf } from 'node:url'; const require = createRequireOf(import.meta.url); const __filename = pathOf(import.meta.url); const __dirname = dirnameOf(__filename);",
    },
    logLevel: 'warning',
  });
  // What colours mean on any screen and printer: PDF/A has it in every file.
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  cpSync(join(root, 'node_modules/pdfkit/js', profile), join(root, 'dist/electron', profile));
  cpSync(join(root, 'node_modules/harfbuzzjs/dist/harfbuzz.wasm'), join(root, 'dist/electron/harfbuzz.wasm'));
}

/** The SQL of the region's tables, which an authority may read and change. */
function copyQueries(): void {
  cpSync(join(root, 'electron/services/authority/queries'), join(root, 'dist/electron/queries'), {
    recursive: true,
  });
}

function copyFonts(): void {
  const fonts = join(root, 'node_modules/@expo-google-fonts/noto-serif-sc');
  mkdirSync(join(root, 'dist/fonts'), { recursive: true });
  for (const weight of ['400Regular', '700Bold']) {
    const file = `NotoSerifSC_${weight}.ttf`;
    cpSync(join(fonts, weight, file), join(root, 'dist/fonts', file));
  }
  cpSync(join(fonts, 'LICENSE_FONT'), join(root, 'dist/fonts/LICENSE'));
  cpSync(
    join(
      root,
      'node_modules/@expo-google-fonts/noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf',
    ),
    join(root, 'dist/fonts/NotoSansMongolian_400Regular.ttf'),
  );
}

/** Builds page, host and fonts into `dist`, unless everything there is newer than its sources. */
export async function buildIfStale(): Promise<void> {
  if (await isFresh()) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // Two builds at once would each ask before the other has said so: JSX for development would come of it.
  process.env.NODE_ENV = 'production';
  await Promise.all([
    buildPage({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'warn' }),
    buildHost(),
    buildModuleWorkers(),
    buildPreload(),
    buildSelfContained('survey-form'),
    buildSelfContained('verifier'),
  ]);
  copyFonts();
  copyQueries();
  cpSync(join(root, 'node_modules/@hyzyla/pdfium/dist/pdfium.wasm'), join(root, 'dist/electron/pdfium.wasm'));
  writeFileSync(stamp, '');
}
