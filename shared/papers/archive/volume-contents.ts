import type { VolumeRequest } from '../../contract/archives.ts';
import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { BoundPart } from '../../domain/teaching/filing.ts';
import { title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { type Cell, tableBlock } from '../table.ts';

/** The table of contents of a volume (卷内目录): every part and thing in it, with the number of its first page. */
export function volumeContents(
  {
    parts: asked,
    baseName,
    number,
    filedOn,
  }: Pick<VolumeRequest, 'parts' | 'baseName' | 'number' | 'filedOn'>,
  parts: readonly BoundPart[],
): PrintedDocument {
  const rows = asked.flatMap((part, index): Cell[][] => {
    const items = parts.find(({ id }) => id === part.id)?.items ?? [];
    return [
      [index + 1, part.title, items[0]?.firstPage ?? '—', '', part.note],
      ...items.map((item, at) => [
        `${index + 1}.${at + 1}`,
        item.title,
        item.firstPage,
        item.pages,
        item.standsInFor,
      ]),
    ];
  });
  const name = '卷内目录';
  return paper({ issuer: baseName, name, foot: inLine(number, name), on: filedOn }, [
    title(name),
    tableBlock({
      columns: [
        ['序号', 9, 'left'],
        ['题名', 55, 'left'],
        ['页号', 9, 'right'],
        ['页数', 9, 'right'],
        ['备注', 24, 'left'],
      ],
      rows,
    }),
  ]);
}
