/** What a transport offers the page: one call, one stream of events. Replies are parsed by the client. */
export interface HostBridge {
  call(method: string, input: unknown): Promise<unknown>;
  /** Returns how to stop listening. */
  onEvent(listener: (event: unknown) => void): () => void;
}
