import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { sharePercent } from '../../domain/base/percent.ts';
import { employments, isInService, type NamedTrainer, origins } from '../../domain/people/trainer.ts';
import { trainerRatio } from '../../regulation/trainer-roster.ts';
import { paragraph, seal, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { numbered, tableBlock } from '../table.ts';

const columns = [
  ['序号', 5, 'right'],
  ['姓名', 10, 'left'],
  ['专兼职', 7, 'left'],
  ['区内外', 7, 'left'],
  ['工作单位', 24, 'left'],
  ['职称', 12, 'left'],
  ['专业领域', 20, 'left'],
  ['学时', 7, 'right'],
  ['评分', 7, 'right'],
] as const;

/** A trainer with the hours taught in the year and the mean of all valuations, of 100. */
export interface TrainerOfYear {
  trainer: NamedTrainer;
  hours: number;
  score: number | null;
}

/** Both axes of 第23条 in one sentence. */
export function ratioText(lines: readonly Pick<TrainerOfYear, 'trainer'>[], today: CivilDate): string {
  const { total, fullTime, partTime, inRegion, outOfRegion, senior } = trainerRatio(
    lines.map(({ trainer }) => trainer),
    today,
  );
  if (total === 0) return '按专兼职、区内外两个方面统计师资（第23条）';
  const share = (part: number) => `${part} 人（${sharePercent(part, total)}）`;
  return `在任 ${total} 人：专职 ${share(fullTime)}、兼职 ${share(partTime)}；区内 ${share(inRegion)}、区外 ${share(outOfRegion)}；高级职称 ${share(senior)}`;
}

/** The roster of a year for paper and inspections (第23条): those in service. */
export function trainerRoster(
  issuer: string,
  year: number,
  lines: readonly TrainerOfYear[],
  today: CivilDate,
): PrintedDocument {
  const rows = lines
    .filter(({ trainer }) => isInService(trainer, today))
    .map(({ trainer, hours, score }) => [
      trainer.name,
      employments[trainer.employment],
      origins[trainer.origin],
      trainer.employerName,
      trainer.title,
      trainer.fields.join('、'),
      hours,
      score === null ? '' : score.toFixed(1),
    ]);
  const head = { issuer, name: `${issuer} ${year}年师资名册`, foot: '师资名册', on: today, landscape: true };
  return paper(head, [
    title(`${year}年师资名册`),
    paragraph(`${ratioText(lines, today)}（第23条）。学时为 ${year} 年授课学时。`),
    tableBlock({ columns, rows: numbered(rows) }),
    seal(issuer, today),
  ]);
}
