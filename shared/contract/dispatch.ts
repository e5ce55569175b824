import { firstIssue } from '../refusals/first-issue.ts';
import { type RefusalMessage, refusal, toRefusalMessage } from '../refusals/index.ts';
import { type HandlerContext, type Handlers, methods } from './host.ts';

/** An answer on the wire: the output, or why there is none. */
export type Reply = { ok: true; output: unknown } | { ok: false; refusal: RefusalMessage };

type AnyHandler = (input: unknown, context: HandlerContext) => Promise<unknown>;

function flatten(handlers: Handlers): Map<string, AnyHandler> {
  return new Map(
    Object.entries(handlers).flatMap(([area, group]) =>
      Object.entries(group).map(([name, handler]): [string, AnyHandler] => [
        `${area}.${name}`,
        // The table's own type ties each handler to its method; the wire only knows names.
        handler as unknown as AnyHandler,
      ]),
    ),
  );
}

/**
 * One dispatcher for every transport: parses what comes in, calls the handler, parses what goes
 * out, and answers refusals as code and data.
 * @throws Error at once when a handler is missing or stands for no method
 */
export function createDispatch(handlers: Handlers) {
  const table = flatten(handlers);
  const missing = [...methods.keys()].filter((name) => !table.has(name));
  const unknown = [...table.keys()].filter((name) => !methods.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(`handlers missing: ${missing.join(', ')}; handlers of no method: ${unknown.join(', ')}`);
  }
  return async (name: string, rawInput: unknown, context: HandlerContext): Promise<Reply> => {
    try {
      const method = methods.get(name);
      const handler = table.get(name);
      if (!method || !handler) throw refusal('notFound', { what: `方法 ${name}` });
      const input = method.input.safeParse(rawInput);
      if (!input.success) throw refusal('badInput', firstIssue(input.error));
      return { ok: true, output: method.output.parse(await handler(input.data, context)) };
    } catch (thrown) {
      return { ok: false, refusal: toRefusalMessage(thrown) };
    }
  };
}

export type Dispatch = ReturnType<typeof createDispatch>;
