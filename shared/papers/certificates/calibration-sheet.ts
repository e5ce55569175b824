import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { paper } from '../paper.ts';

/** A page of crosses at known places and rulers of known length, to measure a printer by; it is nobody's. */
export function calibrationSheet(today: CivilDate): PrintedDocument {
  const foot = '打印时选“实际大小”，不要选“适合页面”';
  return paper({ issuer: '', name: '打印机校准页', foot, on: today, landscape: true }, [
    { kind: 'calibration' },
  ]);
}
