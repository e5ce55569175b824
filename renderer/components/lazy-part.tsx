import { type ComponentType, lazy } from 'react';
import type { Role } from '../../shared/domain/base/actor.ts';
import type { CapabilityPage } from './capability.ts';

/** A part of the screen whose code is fetched when it is first shown. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return (props) => <Part {...props} />;
}

/** What a path names: `/classes/:classId/:tab?` gives `{ classId: string; tab?: string }`. */
export type PathParams<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? PathParams<First> & PathParams<Rest>
  : Path extends `:${infer Name}?`
    ? { [Key in Name]?: string | undefined }
    : Path extends `:${infer Name}`
      ? { [Key in Name]: string }
      : object;

/** A page whose screen takes exactly what its path names. */
export function pageAt<Path extends string>(
  path: Path,
  load: () => Promise<ComponentType<PathParams<Path>>>,
  roles?: readonly Role[],
): CapabilityPage {
  const Screen = lazyPart(load);
  return {
    path,
    ...(roles && { roles }),
    // The router reads them from the same path.
    render: (params) => <Screen {...(params as PathParams<Path>)} />,
  };
}
