import { useState } from 'react';
import type { PrintedDocument } from '../../shared/contract/printed-document.ts';
import { useHost, useHostJob } from '../host/context.tsx';
import type { PreviewedPdf } from './pdf-preview.tsx';

/** Documents made into one PDF by the host, and where it is shown. */
export function usePrintedDocument() {
  const { host } = useHost();
  const work = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  return {
    job: work.job,
    cancel: work.cancel,
    preview,
    closePreview: () => setPreview(null),
    /**
     * Makes one file of documents and shows it, named by `name` or else by the first.
     * @throws Refusal missingCharacters, diskFailure, cancelled
     */
    show: async (documents: PrintedDocument[], name = documents[0]?.title ?? ''): Promise<void> => {
      const { files } = await work.run((jobId) =>
        host.documents.print({ jobId, name, documents, separate: false }),
      );
      const [file] = files;
      if (file) setPreview({ title: name, file });
    },
  };
}
