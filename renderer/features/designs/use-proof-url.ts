import { useEffect, useState } from 'react';
import { useHost } from '../../host/context.tsx';

/** Where the page can open a picture of the base's keeping; null while it is asked for, and where it is not here. */
export function useProofUrl(hash: string | null): string | null {
  const { host } = useHost();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    setUrl(null);
    if (hash === null) return;
    let isAsked = true;
    host.proofs.locate({ hash }).then(
      (located) => isAsked && setUrl(located.url),
      () => undefined,
    );
    return () => {
      isAsked = false;
    };
  }, [host, hash]);
  return url;
}
