import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ArchiveFinding, PackageSource } from '../../../shared/contract/archives.ts';
import {
  type ArchiveManifest,
  archiveFiles,
  filesOf,
  readManifest,
} from '../../../shared/exchange/archive/manifest.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { hashOf } from '../sealed-files/sealed-files.ts';
import { readZip } from '../sheets/read-zip.ts';
import { catalogueFile, isZipOf } from './archive-package.ts';

const mebibyte = 1024 * 1024;
const packageLimits = {
  entries: 5000,
  inflatedBytes: 2048 * mebibyte,
  inflation: 200,
  inflationFreeBytes: mebibyte,
};

export interface InspectedPackage {
  findings: ArchiveFinding[];
  extra: string[];
  isOriginal: boolean | null;
}

/** Files of a package by their path within it, in their order. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** @throws Refusal fileDamaged, fileInflates */
async function filesOfZip(name: string, bytes: Uint8Array): Promise<Files> {
  return readZip(name, Buffer.from(bytes), packageLimits);
}

/** @throws Refusal fileTooLarge where there is more than a package may hold */
async function refuseTooMuch(name: string, paths: readonly string[]): Promise<void> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (paths.length > packageLimits.entries || bytes > packageLimits.inflatedBytes) {
    throw refusal('fileTooLarge', { name, limit: `${packageLimits.entries} 个文件、2 GB` });
  }
}

/** @throws Refusal notFound, fileTooLarge */
async function filesOfFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw refusal('notFound', { what: `文件夹 ${folder}` });
  });
  const paths = entries.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  await refuseTooMuch(folder, paths);
  const files = new Map<string, Uint8Array>();
  for (const path of paths) {
    files.set(relative(folder, path).split(sep).join('/'), new Uint8Array(await readFile(path)));
  }
  return files;
}

/** A zip or a folder of this machine. @throws Refusal notFound, fileTooLarge, fileDamaged, fileInflates */
export async function filesAt(path: string): Promise<{ files: Files; zip: Uint8Array | null }> {
  const found = await stat(path).catch(() => null);
  if (!found) throw refusal('notFound', { what: path });
  if (found.isDirectory()) return { files: await filesOfFolder(path), zip: null };
  await refuseTooMuch(path, [path]);
  const zip = new Uint8Array(await readFile(path));
  return { files: await filesOfZip(path, zip), zip };
}

/** The files of a package, with its bytes where it is a zip. @throws Refusal notFound, fileTooLarge, fileDamaged, fileInflates */
export async function filesOfPackage(
  source: PackageSource,
): Promise<{ files: Files; zip: Uint8Array | null }> {
  if ('path' in source) return filesAt(source.path);
  return { files: await filesOfZip(source.name, source.bytes), zip: source.bytes };
}

/** The manifests of a package, by their folder: the text has to be what the app would write. */
export function manifestsIn(files: Files): Map<string, ArchiveManifest | null> {
  const found = new Map<string, ArchiveManifest | null>();
  for (const [path, content] of files) {
    if (path !== archiveFiles.manifest && !path.endsWith(`/${archiveFiles.manifest}`)) continue;
    const folder = path.slice(0, path.length - archiveFiles.manifest.length);
    found.set(folder, readManifest(Buffer.from(content).toString('utf8')));
  }
  return found;
}

/**
 * Compares every file of a package with its manifests.
 * @throws Refusal packageUnknown where there is no manifest, manifestChanged where one was changed
 */
export async function inspectFiles(files: Files, zip: Uint8Array | null): Promise<InspectedPackage> {
  const manifests = manifestsIn(files);
  if (manifests.size === 0) throw refusal('packageUnknown');
  const known = new Set([catalogueFile]);
  const findings = [...manifests].map(([folder, manifest]): ArchiveFinding => {
    if (!manifest) throw refusal('manifestChanged', { file: `${folder}${archiveFiles.manifest}` });
    known.add(`${folder}${archiveFiles.manifest}`);
    const compared = filesOf(manifest).map(({ file, hash, bytes }) => {
      known.add(`${folder}${file}`);
      const content = files.get(`${folder}${file}`);
      if (!content) return { file, state: 'missing' as const };
      const isWhole = content.length === bytes && hashOf(content) === hash;
      return { file, state: isWhole ? ('whole' as const) : ('changed' as const) };
    });
    return { manifest, files: compared, isWhole: compared.every(({ state }) => state === 'whole') };
  });
  return {
    findings,
    extra: [...files.keys()].filter((path) => !known.has(path)),
    // Files that were packed anew by another program are no less whole.
    isOriginal: zip === null ? null : await isZipOf(zip, files),
  };
}
