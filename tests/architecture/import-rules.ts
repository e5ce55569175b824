import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** Packages that pure code may use. */
const purePackages = new Set(['zod']);
const electronFiles = new Set([
  'electron/main.ts',
  'electron/preload.ts',
  'electron/secure-window.ts',
  'electron/system-keyring.ts',
  'electron/transport/ipc.ts',
]);

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

function top(path: string): string {
  return path.split('/')[0] ?? '';
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Why an inner import breaks the one way that imports go, or null. Paths are from the root. */
function refuseInner(from: string, to: string): string | null {
  const [side, target] = [top(from), top(to)];
  if (side === 'shared' && target !== 'shared') return 'shared imports from nowhere but shared';
  if (side === 'renderer' && target !== 'renderer' && target !== 'shared')
    return 'renderer imports only shared';
  if (side === 'electron' && target !== 'electron' && target !== 'shared')
    return 'electron imports only shared';
  const [own, other] = [featureOf(from), featureOf(to)];
  if (own !== null && other !== null && own !== other && !to.endsWith('/index.ts')) {
    return `feature ${own} reaches into feature ${other}`;
  }
  if (own !== null && to.startsWith('renderer/app/')) return 'a feature does not know the app around it';
  const beneath = /^renderer\/(database|components|host)\//.exec(from)?.[1];
  if (beneath && /^renderer\/(features|app)\//.test(to)) return `${beneath} imports no feature`;
  if (own === null && other !== null && !to.endsWith('/index.ts'))
    return `only the index of feature ${other} is public`;
  return null;
}

function refusePackage(from: string, name: string): string | null {
  const side = top(from);
  if (side === 'shared' && !purePackages.has(name)) return `shared is pure and does not use ${name}`;
  if (side === 'renderer' && (isBuiltin(name) || name === 'electron')) return `the page has no ${name}`;
  if (name === 'electron' && side === 'electron' && !electronFiles.has(from)) {
    return 'only the Electron entry knows electron; services are plain';
  }
  return null;
}

/** Why `from` may not import `name`, or null. Types count like everything else. */
export function refuseImport(from: string, name: string): string | null {
  if (!name.startsWith('.')) return refusePackage(from, name);
  return refuseInner(from, posix.normalize(posix.join(posix.dirname(from), name)));
}
