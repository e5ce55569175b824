import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** Packages that pure code may use: they ask for neither page nor host. */
const purePackages = new Set(['zod', '@noble/ed25519', '@noble/hashes']);
/** What only code that draws may use. */
const drawingPackages = /^(react|react-dom|dexie-react-hooks|wouter|@mantine|@tabler|@tanstack)(\/|$)/;
const electronFiles = new Set([
  'electron/main.ts',
  'electron/preload.ts',
  'electron/secure-window.ts',
  'electron/system-keyring.ts',
  'electron/transport/ipc.ts',
]);

/** The layers of `shared`: each knows only itself and those before it. */
const sharedLayers = ['refusals', 'domain', 'regulation', 'exchange', 'contract', 'papers'];

/** What each part of the page may import besides itself and `shared`. */
const partsOfPage: Readonly<Record<string, readonly string[]>> = {
  database: [],
  host: [],
  records: ['database'],
  components: ['records', 'host'],
  features: ['components', 'records', 'host'],
  app: ['components', 'records', 'database', 'host', 'features'],
  verifier: ['components'],
  'survey-form': ['components'],
  'main.tsx': ['app'],
};

/** What each part of the host may import besides itself and `shared`; files of the entry may import all. */
const partsOfHost: Readonly<Record<string, readonly string[]>> = {
  services: [],
  handlers: ['services'],
  transport: ['services'],
};

/** The lists by which the app knows what there is. */
const lists = new Set(['renderer/features/capabilities.ts', 'renderer/features/other-desks.ts']);

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

function part(path: string): string {
  return path.split('/')[1] ?? '';
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function refuseInShared(from: string, to: string): string | null {
  const [own, other] = [sharedLayers.indexOf(part(from)), sharedLayers.indexOf(part(to))];
  return own >= 0 && other > own ? `shared/${part(from)} does not know shared/${part(to)}` : null;
}

function refuseInPage(from: string, to: string): string | null {
  const [own, other] = [part(from), part(to)];
  if (own !== other && !partsOfPage[own]?.includes(other)) return `${own} does not know ${other}`;
  const [feature, another] = [featureOf(from), featureOf(to)];
  if (feature !== null && lists.has(to)) return 'a feature is given the others, and names none';
  if (feature !== null && another !== null && feature !== another) {
    return `feature ${feature} reaches into feature ${another}`;
  }
  if (own === 'app' && other === 'features' && !lists.has(to)) return 'the app knows no feature by name';
  if (lists.has(from) && another !== null && !/\/(manifest|desk)\.ts$/.test(to)) {
    return 'a list names only manifests';
  }
  return null;
}

function refuseInHost(from: string, to: string): string | null {
  const allowed = partsOfHost[part(from)];
  if (!allowed || part(from) === part(to) || allowed.includes(part(to))) return null;
  return `${part(from)} does not know ${part(to)}`;
}

/** Why an inner import breaks the one way that imports go, or null. Paths are from the root. */
function refuseInner(from: string, to: string): string | null {
  const [side, target] = [from.split('/')[0], to.split('/')[0]];
  if (side !== target && target !== 'shared') {
    return side === 'shared' ? 'shared imports from nowhere but shared' : `${side} imports only shared`;
  }
  if (side !== target) return null;
  if (side === 'shared') return refuseInShared(from, to);
  return side === 'renderer' ? refuseInPage(from, to) : refuseInHost(from, to);
}

function refusePackage(from: string, name: string): string | null {
  const side = from.split('/')[0];
  const known = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
  if (side === 'shared' && !purePackages.has(known)) return `shared is pure and does not use ${name}`;
  if (side === 'renderer' && (isBuiltin(name) || name === 'electron')) return `the page has no ${name}`;
  if (/^renderer\/(records|database)\//.test(from) && drawingPackages.test(name)) {
    return `${part(from)} draws nothing and does not use ${name}`;
  }
  if (name === 'electron' && side === 'electron' && !electronFiles.has(from)) {
    return 'only the Electron entry knows electron; services are plain';
  }
  return null;
}

/** Where an inner import leads, from the root; null for a package. */
export function targetOf(from: string, name: string): string | null {
  return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), name)) : null;
}

/** Why `from` may not import `name`, or null. Types count like everything else. */
export function refuseImport(from: string, name: string): string | null {
  const target = targetOf(from, name);
  return target === null ? refusePackage(from, name) : refuseInner(from, target);
}
