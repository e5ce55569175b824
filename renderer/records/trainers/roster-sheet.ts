import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { titleLevels } from '../../../shared/domain/people/learner.ts';
import { employments, isInService, origins } from '../../../shared/domain/people/trainer.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { trainerHeadings } from '../../../shared/exchange/trainers/columns.ts';
import { sharePercent, trainerRatio } from '../../../shared/regulation/trainer-roster.ts';
import type { Vault } from '../../database/vault.ts';
import { openTrainer } from '../sealing/trainer-rows.ts';
import type { RosterLine } from './queries.ts';

/** The roster as a sheet that can be read back: the headings, then a row a trainer. */
export function rosterRows(lines: readonly RosterLine[], vault: Vault): string[][] {
  const rows = lines.map(({ trainer }) => {
    const { person, bankAccount } = openTrainer(vault, trainer);
    return [
      trainer.name,
      employments[trainer.employment],
      origins[trainer.origin],
      trainer.employerName,
      trainer.title,
      titleLevels[trainer.titleLevel],
      trainer.fields.join('、'),
      trainer.subjects.map((kind) => subjectKinds[kind].slice(0, 2)).join('、'),
      person?.phone ?? '',
      trainer.bankName,
      bankAccount,
      trainer.note,
    ];
  });
  return [trainerHeadings, ...rows];
}

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

/** Both axes of 第23条 in one sentence. */
export function ratioText(lines: readonly RosterLine[], today: string): string {
  const { total, fullTime, partTime, inRegion, outOfRegion, senior } = trainerRatio(
    lines.map(({ trainer }) => trainer),
    today,
  );
  if (total === 0) return '按专兼职、区内外两个方面统计师资（第23条）';
  const share = (part: number) => `${part} 人（${sharePercent(part, total)}）`;
  return `在任 ${total} 人：专职 ${share(fullTime)}、兼职 ${share(partTime)}；区内 ${share(inRegion)}、区外 ${share(outOfRegion)}；高级职称 ${share(senior)}`;
}

/** The roster of a year for paper and inspections (第23条). */
export function rosterDocument(
  { profile }: Base,
  year: number,
  lines: readonly RosterLine[],
  today: string,
): PrintedDocument {
  const serving = lines.filter(({ trainer }) => isInService(trainer, today));
  return {
    title: `${profile.name} ${year}年师资名册`,
    author: profile.name,
    footer: `${profile.name}　师资名册`,
    createdOn: today,
    landscape: true,
    blocks: [
      { kind: 'title', text: `${year}年师资名册` },
      {
        kind: 'paragraph',
        text: `${ratioText(lines, today)}（第23条）。学时为 ${year} 年授课学时。`,
        indented: false,
      },
      {
        kind: 'table',
        columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
        rows: serving.map(({ trainer, hours, score }, index) => [
          String(index + 1),
          trainer.name,
          employments[trainer.employment],
          origins[trainer.origin],
          trainer.employerName,
          trainer.title,
          trainer.fields.join('、'),
          String(hours),
          score === null ? '' : score.toFixed(1),
        ]),
        hasTotal: false,
      },
      { kind: 'seal', issuer: profile.name, date: chineseDate(today) },
    ],
  };
}
