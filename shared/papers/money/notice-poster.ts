import type { PrintedDocument } from '../../contract/printed-document.ts';
import { chineseDate } from '../../domain/base/civil-date.ts';
import type { Notice } from '../../domain/money/notice.ts';
import { shortSubject } from '../../domain/teaching/course.ts';
import { basisText, feesText } from '../../exchange/notice/notice-words.ts';
import { callout, paragraph, seal, section } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { tableBlock } from '../table.ts';

const columns = [
  ['培训班（项目）', 22, 'left'],
  ['科目', 8, 'left'],
  ['对象', 16, 'left'],
  ['学时', 7, 'right'],
  ['时间', 17, 'left'],
  ['收费项目及标准', 22, 'left'],
  ['收费依据', 16, 'left'],
] as const;

export const paperSizes = { A3: 'A3 海报', A4: 'A4' } as const;
export type NoticePaper = keyof typeof paperSizes;

/** A published notice (第22条) to be put on the wall; its foot is for the public. */
export function noticePoster(notice: Notice, size: NoticePaper): PrintedDocument {
  const { baseName, approvalNumber, scope, contact, complaints, place, publishedOn, version, lines } = notice;
  const name = `${baseName} 收费公示 第${version}版 ${size}`;
  const contents = lines.filter(({ content }) => content !== '');
  const document = paper({ issuer: baseName, name, on: publishedOn }, [
    {
      kind: 'banner',
      title: '继续教育收费公示',
      subtitle: inLine(baseName, `批准文号：${approvalNumber}`),
    },
    ...section('培训范围', [paragraph(scope)]),
    ...section('收费项目及标准', [
      tableBlock({
        columns,
        rows: lines.map((line) => [
          line.title,
          shortSubject(line.subjectKind),
          line.audience,
          line.hours,
          line.period,
          feesText(line),
          basisText(line),
        ]),
      }),
    ]),
    ...section(
      '培训内容',
      contents.map((line) => paragraph(`${line.title}：${line.content}`)),
    ),
    callout([
      ['联系', contact],
      ['监督投诉', complaints],
      ['公布', `${chineseDate(publishedOn)}，${place}`],
    ]),
    seal(baseName, publishedOn),
  ]);
  return {
    ...document,
    paper: size,
    footer: `第 ${version} 版，${chineseDate(publishedOn)}公布于${place}。除所列项目和标准外，不收取其他费用`,
  };
}
