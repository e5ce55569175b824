import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { spacedCode } from '../../domain/base/one-time-code.ts';
import type { ListedRun } from '../../domain/surveys/survey-run.ts';
import { inLine, paper } from '../paper.ts';

/** One-time codes to be cut out and drawn at random; nothing on them is anybody's. */
export function codeSlips(
  issuer: string,
  run: ListedRun,
  codes: readonly string[],
  today: CivilDate,
): PrintedDocument {
  const foot = inLine(run.title, '沿线剪开，随机发放，不要登记谁拿了哪一张');
  return paper({ issuer, name: `${run.title} 票`, foot, on: today }, [
    {
      kind: 'slips',
      title: run.title,
      subtitle: run.classTitle,
      note: '只能用一次，不记名',
      codes: codes.map(spacedCode),
    },
  ]);
}
