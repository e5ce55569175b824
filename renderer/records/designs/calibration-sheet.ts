import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';

/** A page of crosses at known places and rulers of known length, to measure a printer by. */
export function calibrationSheet(today: string): PrintedDocument {
  return {
    title: '打印机校准页',
    author: '',
    footer: '打印时选“实际大小”，不要选“适合页面”',
    createdOn: today,
    landscape: true,
    blocks: [{ kind: 'calibration' }],
  };
}
