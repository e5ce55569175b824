import type { Transcript } from '../../shared/domain/certificates/transcript.ts';
import { transcriptPaper } from '../../shared/papers/certificates/transcript.ts';
import { openSnapshot } from '../records/sealing/snapshots.ts';
import { issueTranscripts } from '../records/transcripts/transcript-commands.ts';
import { attempt, sayDone } from './notify.ts';
import { useRecords } from './records-context.tsx';
import { usePrintedDocument } from './use-printed-document.ts';

/** Makes PDFs of transcripts from their snapshots and shows them; issues and shows in one go. */
export function useTranscripts() {
  const { database, execute } = useRecords();
  const printed = usePrintedDocument();
  const show = async (transcripts: readonly Transcript[], name: string) => {
    const documents = transcripts.map((one) =>
      transcriptPaper(openSnapshot(database.vault, 'transcripts', one)),
    );
    await printed.show(documents, name);
  };
  return {
    job: printed.job,
    cancel: printed.cancel,
    preview: printed.preview,
    closePreview: printed.closePreview,
    show: (transcripts: readonly Transcript[], name: string) => attempt(() => show(transcripts, name)),
    issue: (year: number, learnerIds: string[], name: string) =>
      attempt(async () => {
        const issued = await execute(issueTranscripts, { year, learnerIds });
        sayDone(`已开具 ${issued.length} 份学时证明`);
        await show(issued, name);
      }),
  };
}
