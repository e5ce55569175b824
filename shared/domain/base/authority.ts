/** An authority that summaries go to, with the keys of its card. */
export interface Authority {
  /** Its Ed25519 key, 64 hexadecimal digits. */
  id: string;
  name: string;
  /** X25519, 64 hexadecimal digits. */
  sealingKey: string;
  at: string;
  by: string;
}
