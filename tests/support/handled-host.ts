import { createHostAccess, type HostAccess } from '../../renderer/host/context.tsx';
import { createDispatch } from '../../shared/contract/dispatch.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { rejectingHandlers } from './handlers.ts';

type Some = { [Area in keyof Handlers]?: Partial<Handlers[Area]> };

/** A host for screens: the real client and dispatcher over these handlers; whatever else is asked fails. */
export function handledHost(handlers: Some): HostAccess {
  const unused = rejectingHandlers('nothing handles this');
  const areas = Object.entries(unused).map(([area, methods]) => [
    area,
    { ...methods, ...handlers[area as keyof Handlers] },
  ]);
  const dispatch = createDispatch(Object.fromEntries(areas) as Handlers);
  return createHostAccess({
    call: (method, input) => dispatch(method, input, { report: () => undefined }),
    onEvent: () => () => undefined,
  });
}
