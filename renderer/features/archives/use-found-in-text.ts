import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useHost } from '../../host/context.tsx';
import type { ShelvedVolume } from './queries.ts';

const pauseMilliseconds = 250;
const nothing: ReadonlySet<string> = new Set();

/** The volumes with an attached PDF whose text says what is searched, by their id. */
export function useFoundInText(volumes: readonly ShelvedVolume[], query: string): ReadonlySet<string> {
  const { host } = useHost();
  const [asked] = useDebouncedValue(query.trim(), pauseMilliseconds);
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    const hashesOf = ({ filing }: ShelvedVolume) =>
      filing.parts.flatMap(({ items }) => items.flatMap(({ attachment }) => attachment?.hash ?? []));
    const hashes = [...new Set(volumes.flatMap(hashesOf))];
    setFound(nothing);
    if (asked.length < 2 || hashes.length === 0) return;
    void host.attachments.search({ query: asked, hashes }).then(({ found: hits }) => {
      const hit = new Set(hits);
      const ids = volumes
        .filter((volume) => hashesOf(volume).some((hash) => hit.has(hash)))
        .map(({ filing }) => filing.id);
      if (isCurrent) setFound(new Set(ids));
    });
    return () => {
      isCurrent = false;
    };
  }, [asked, volumes, host]);
  return found;
}
