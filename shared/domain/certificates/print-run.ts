/** Certificates sent to a printer in one go, until it is known of each that it came out. */
export interface PrintRun {
  id: string;
  title: string;
  /** In the order they are printed. */
  certificateIds: string[];
  /** How many came out, from the first. */
  printed: number;
  /** On preprinted paper. */
  onBlank: boolean;
  at: string;
  by: string;
}
