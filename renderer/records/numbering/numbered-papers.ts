/** The papers that carry a number of a series: what the number is called, its pattern among the settings, and their table. */
export const numberedPapers = {
  certificate: { label: '证书编号', pattern: 'certificateNumberPattern', table: 'certificates' },
  transcript: { label: '学时证明编号', pattern: 'transcriptNumberPattern', table: 'transcripts' },
  receipt: { label: '收据编号', pattern: 'receiptNumberPattern', table: 'receipts' },
  appointment: { label: '聘书编号', pattern: 'appointmentNumberPattern', table: 'appointments' },
  archive: { label: '案卷号', pattern: 'archiveNumberPattern', table: 'filings' },
} as const;
export type NumberedPaper = keyof typeof numberedPapers;
