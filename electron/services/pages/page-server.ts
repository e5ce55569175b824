import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Attachments } from '../attachments/attachments.ts';
import type { ProducedFiles } from '../files/produced-files.ts';
import { mediaTypeOf } from '../proofs/media-type.ts';
import type { Proofs } from '../proofs/proofs.ts';

/** No inline script; styles are inline because Mantine sets them on elements. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  // A socket of the page's own address counts as its own.
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.ics': 'text/calendar; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ServedPage {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const empty = new Uint8Array();

/**
 * Answers GET for the app's page, for produced files, scanned proofs and attachments, in either host. Paths without an
 * extension are the page's own routes.
 */
export class PageServer {
  constructor(
    private readonly rendererFolder: string,
    private readonly files: ProducedFiles,
    private readonly proofs: Pick<Proofs, 'read'>,
    private readonly attachments: Pick<Attachments, 'read' | 'thumbnail'>,
  ) {}

  async serve(pathname: string): Promise<ServedPage> {
    const sealed = /^\/(proofs|attachments|thumbnails)\/([0-9a-f]{64})$/.exec(pathname);
    if (sealed?.[2]) return this.serveSealed(sealed[1] ?? '', sealed[2]);
    const path = await this.locate(pathname).catch(() => null);
    const body = path === null ? null : await readFile(path).catch(() => null);
    if (path === null || body === null) return { status: 404, headers: this.headers('.txt'), body: empty };
    return { status: 200, headers: this.headers(extname(path)), body: new Uint8Array(body) };
  }

  /** Opened in memory only: a sealed file never lies on the disk in clear. */
  private async serveSealed(kind: string, hash: string): Promise<ServedPage> {
    const content = await this.openSealed(kind, hash).catch(() => null);
    if (!content) return { status: 404, headers: this.headers('.txt'), body: empty };
    const type = mediaTypeOf(content) ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { ...this.headers(''), 'content-type': type },
      body: new Uint8Array(content),
    };
  }

  private async openSealed(kind: string, hash: string): Promise<Buffer | null> {
    if (kind === 'proofs') return (await this.proofs.read(hash)).content;
    return kind === 'thumbnails' ? this.attachments.thumbnail(hash) : this.attachments.read(hash);
  }

  private async locate(encoded: string): Promise<string | null> {
    const pathname = decodeURIComponent(encoded);
    const produced = /^\/files\/([0-9a-f-]{36})\/([^/]+)$/.exec(pathname);
    if (produced?.[1] && produced[2]) return this.files.pathOf(produced[1], produced[2]);
    const clean = normalize(pathname);
    if (clean.includes('..') || clean.includes('\0')) return null;
    return join(this.rendererFolder, extname(clean) === '' ? 'index.html' : clean);
  }

  private headers(extension: string): Record<string, string> {
    return {
      'content-type': types[extension] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    };
  }
}
