import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { drawnByFirst, sampleCertificates } from '../../bench/certificates/sample.ts';
import { buildIfStale } from '../../build/build.ts';
import type { HandlerContext, Handlers, HostEvent } from '../../shared/contract/host.ts';
import type { PrintedDocument } from '../../shared/contract/printed-document.ts';
import { createServices, type Services } from '../services/create-services.ts';
import { createHandlers } from './index.ts';

const dist = join(import.meta.dirname, '../../dist');
const jobId = '019ab000-0000-7000-8000-00000000000a';
const other = '019ab000-0000-7000-8000-00000000000b';
const cancelled = { code: 'cancelled' };

let dataFolder = '';
let services: Services;
let host: Handlers;
let events: HostEvent[] = [];
const context: HandlerContext = { report: (event) => events.push(event) };

beforeAll(async () => {
  await buildIfStale();
  dataFolder = await mkdtemp(join(tmpdir(), 'jobs-'));
  services = await createServices({
    host: 'browser',
    mode: 'base',
    version: 'test',
    dataFolder,
    rendererFolder: join(dist, 'renderer'),
    workersFolder: join(dist, 'electron'),
    fontsFolder: join(dist, 'fonts'),
    systemKeyring: null,
    openPath: async () => undefined,
    revealPath: async () => undefined,
  });
  host = createHandlers(services);
  // Certificates are signed, which takes the keys.
  const person = { id: '019ab000-0000-7000-8000-00000000000c', name: '周老师' };
  await host.keys.found({ person, password: 'correct horse' }, context);
}, 120_000);
afterAll(() => services.close());
beforeEach(() => {
  events = [];
});

const cancel = (id = jobId) => host.jobs.cancel({ jobId: id }, context);

/** Cancels when the work first says how far it is. */
const cancelling: HandlerContext = {
  report: (event) => {
    events.push(event);
    void cancel();
  },
};

async function producedFiles(): Promise<string[]> {
  const names = await readdir(join(dataFolder, 'exports'), { recursive: true }).catch(() => []);
  return names.filter((name) => /\.(pdf|part)$/.test(name));
}

const documents = (count: number) =>
  Array.from(
    { length: count },
    (_, index): PrintedDocument => ({
      title: `通知 ${index + 1}`,
      author: '示例市继续教育基地',
      footer: '示例市继续教育基地',
      createdOn: '2026-11-24',
      landscape: false,
      blocks: [{ kind: 'title', text: `通知 ${index + 1}` }],
    }),
  );

test('a job that is cancelled while it prints ends so, and leaves no file', async () => {
  const before = await producedFiles();
  const { designs, onBlank, place } = drawnByFirst;
  const drawn = { designs, onBlank, place, reprints: [], separate: false };
  const certificates = sampleCertificates(5000);
  const printing = host.certificates.print({ jobId, name: '证书', certificates, ...drawn }, cancelling);
  await expect(printing).rejects.toMatchObject(cancelled);
  const all = { jobId, name: '通知', documents: documents(3000), separate: false };
  await expect(host.documents.print(all, cancelling)).rejects.toMatchObject(cancelled);
  expect(events.length).toBeGreaterThan(0);
  expect(await producedFiles()).toEqual(before);
});

test('between two files of one job, it ends there', async () => {
  const all = { jobId, name: '通知', documents: documents(50), separate: true };
  await expect(host.documents.print(all, cancelling)).rejects.toMatchObject(cancelled);
  expect((await producedFiles()).length).toBeLessThan(50);
});

test('a file is no longer read from the moment its job is cancelled', async () => {
  const roster = join(import.meta.dirname, '../../tests/fixtures/rosters/ten-thousand.xlsx');
  const bytes = new Uint8Array(await readFile(roster));
  const reading = host.sheets.read({ jobId, name: '名册.xlsx', bytes }, context);
  await cancel();
  await expect(reading).rejects.toMatchObject(cancelled);
});

test('a sign-in sheet, a volume and a package for the authority are jobs as well', async () => {
  const asked = { jobId } as never;
  for (const begin of [host.attendance.printSignInSheet, host.archives.bind, host.submissions.make]) {
    const working = begin(asked, context).catch(() => undefined);
    expect(services.jobs.size).toBe(1);
    await working;
  }
});

test('ids are forgotten: of jobs that ended, were cancelled, or never were', async () => {
  await cancel(other);
  const all = { jobId: other, name: '通知', documents: documents(2), separate: false };
  const { pages } = await host.documents.print(all, context);
  await cancel(other);
  expect([pages, services.jobs.size]).toEqual([2, 0]);
});
