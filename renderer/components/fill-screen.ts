/** Asks the browser for the whole screen; it gives it only after a touch. */
export function fillScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
