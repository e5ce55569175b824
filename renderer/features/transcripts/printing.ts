import { useState } from 'react';
import type { Transcript } from '../../../shared/domain/transcript.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import type { PreviewedPdf } from '../../components/pdf-preview.tsx';
import { useDatabase } from '../../database/context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { issueTranscripts } from './commands.ts';
import { transcriptDocument } from './document.ts';
import { openTranscript } from './statement.ts';

/** Makes PDFs of transcripts from their snapshots and shows them; issues and shows in one go. */
export function useTranscripts() {
  const { host } = useHost();
  const { database, execute } = useDatabase();
  const work = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  const show = async (transcripts: readonly Transcript[], name: string) => {
    const documents = transcripts.map((one) => transcriptDocument(openTranscript(database.vault, one)));
    const { files } = await work.run((jobId) =>
      host.documents.print({ jobId, name, documents, separate: false }),
    );
    const [file] = files;
    if (file) setPreview({ title: name, file });
  };
  return {
    job: work.job,
    cancel: work.cancel,
    preview,
    closePreview: () => setPreview(null),
    show: (transcripts: readonly Transcript[], name: string) => attempt(() => show(transcripts, name)),
    issue: (year: number, learnerIds: string[], name: string) =>
      attempt(async () => {
        const issued = await execute(issueTranscripts, { year, learnerIds });
        sayDone(`已开具 ${issued.length} 份学时证明`);
        await show(issued, name);
      }),
  };
}
