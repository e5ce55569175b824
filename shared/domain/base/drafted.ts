/** What is worked on as a draft and published as numbered versions, which never change. */
export interface Drafted<Content> {
  id: string;
  /** What the next version will be. */
  draft: Content;
  /** The number of the last version; 0 before the first. */
  version: number;
  /** Whether the draft differs from the last version. */
  changed: boolean;
}

/** A version as it was published: when and by whom. */
export interface Published {
  id: string;
  version: number;
  at: string;
  by: string;
}
