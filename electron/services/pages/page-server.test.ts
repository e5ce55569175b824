import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProducedFiles, safeFileName } from '../files/produced-files.ts';
import { PageServer } from './page-server.ts';

let pages: PageServer;
let files: ProducedFiles;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page/index.html'), '<title>页</title>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  files = new ProducedFiles(join(folder, 'exports'));
  pages = new PageServer(
    join(folder, 'page'),
    files,
    {
      read: async (hash) => {
        if (hash !== 'a'.repeat(64)) throw new Error('no such proof');
        return { content: Buffer.from('%PDF-scan'), type: 'application/pdf' };
      },
    },
    {
      read: async (hash) => {
        if (hash !== 'b'.repeat(64)) throw new Error('no such attachment');
        return Buffer.from('<script>of whatever kind</script>');
      },
      thumbnail: async () => null,
    },
  );
});

const served = async (path: string) => {
  const { status, body } = await pages.serve(path);
  return [status, new TextDecoder().decode(body)];
};

describe('the page server', () => {
  test('gives the page for every route of it', async () => {
    expect(await served('/')).toEqual([200, '<title>页</title>']);
    expect(await served('/classes/1/members')).toEqual([200, '<title>页</title>']);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/files/../../secret.txt',
    '/%zz',
    '/%00.txt',
  ])('gives nothing for %s', async (path) => {
    expect((await pages.serve(path)).status).toBe(404);
  });

  test('gives a produced file by its id and its own name only', async () => {
    const file = await files.place('证书 1.pdf');
    await writeFile(file.path, '%PDF');
    expect(await served(file.url)).toEqual([200, '%PDF']);
    expect((await pages.serve(`/files/${file.fileId}/other.pdf`)).status).toBe(404);
    expect((await pages.serve(`/files/${file.fileId}/..%2f..%2f..%2fsecret.txt`)).status).toBe(404);
  });

  test('gives a scanned proof by its hash as what it is, and nothing where there is none', async () => {
    const { headers, body } = await pages.serve(`/proofs/${'a'.repeat(64)}`);
    expect([headers['content-type'], new TextDecoder().decode(body)]).toEqual([
      'application/pdf',
      '%PDF-scan',
    ]);
    expect((await pages.serve(`/proofs/${'b'.repeat(64)}`)).status).toBe(404);
  });

  test('gives an attachment as the bytes it is: what could run as a page is only data', async () => {
    const { status, headers } = await pages.serve(`/attachments/${'b'.repeat(64)}`);
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([
      200,
      'application/octet-stream',
      'nosniff',
    ]);
    expect((await pages.serve(`/thumbnails/${'b'.repeat(64)}`)).status).toBe(404);
  });
});

test.each([
  ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
  ['..hidden', 'hidden'],
  ['', '未命名'],
  ['证书 2026-03 张三.pdf', '证书 2026-03 张三.pdf'],
])('a file called %j is written as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a name of 300 characters keeps its ending', () => {
  const name = safeFileName(`${'长'.repeat(300)}.pdf`);
  expect(name).toMatch(/^长+\.pdf$/);
  expect(Buffer.byteLength(`${name}.part`)).toBeLessThan(255);
});
