import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import type { ShelvedVolume } from '../../../shared/domain/teaching/filing.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';

const pauseMilliseconds = 250;

/** What an attached file's name or text says that is searched. */
export interface FoundInText {
  /** Volumes it is bound in, by their id. */
  volumes: ReadonlySet<string>;
  /** Attachments of classes and of the shelf. */
  attachments: readonly Attachment[];
}

const nothing: FoundInText = { volumes: new Set(), attachments: [] };

function hashesOf({ filing }: ShelvedVolume): string[] {
  return filing.parts.flatMap(({ items }) => items.flatMap(({ attachment }) => attachment?.hash ?? []));
}

/** Finds attached files by their name, and PDFs by their text, in volumes, classes at work and the shelf. */
export function useFoundInText(volumes: readonly ShelvedVolume[], query: string): FoundInText {
  const { database } = useRecords();
  const { host } = useHost();
  const [asked] = useDebouncedValue(query.trim(), pauseMilliseconds);
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    const search = async (): Promise<FoundInText> => {
      const attachments = await database.rows.attachments.toArray();
      const hashes = [...new Set([...volumes.flatMap(hashesOf), ...attachments.map(({ hash }) => hash)])];
      if (hashes.length === 0) return nothing;
      const hits = new Set((await host.attachments.search({ query: asked, hashes })).found);
      return {
        volumes: new Set(
          volumes
            .filter((volume) => hashesOf(volume).some((hash) => hits.has(hash)))
            .map(({ filing }) => filing.id),
        ),
        attachments: attachments.filter(({ hash, name }) => hits.has(hash) || name.includes(asked)),
      };
    };
    setFound(nothing);
    if (asked.length >= 2) void search().then((result) => isCurrent && setFound(result));
    return () => {
      isCurrent = false;
    };
  }, [asked, volumes, database, host]);
  return found;
}
