import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { BaseBuilder } from './builder.ts';

import type { BaseName, MadeFiles } from './chains.ts';
import { madeFiles } from './made-files.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a base's folder is asked for: its name behind this address. */
    bases: string;
  }
}

/** For as long as a run lasts: whoever asks for a base, in whatever worker, is told where it lies. */
export default async function serveBases(project: TestProject): Promise<() => Promise<void>> {
  const builder = await BaseBuilder.start();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '').slice(1));
    const folder =
      asked in madeFiles ? builder.filesOf(asked as MadeFiles) : builder.folderOf(asked as BaseName);
    folder.then(
      (path) => response.end(path),
      (thrown: unknown) =>
        response.writeHead(500).end(thrown instanceof Error ? thrown.stack : String(thrown)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('bases', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await builder.close();
  };
}
