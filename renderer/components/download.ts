import type { ProducedFile } from '../../shared/contract/host.ts';

/** Hands a produced file to the person as a download. */
export function download({ url, name }: Pick<ProducedFile, 'url' | 'name'>): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
