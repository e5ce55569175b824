import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import type { Notice } from '../../../shared/domain/money/notice.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { basisText, feesText } from '../../../shared/exchange/notice/notice-words.ts';

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

/** A published notice (第22条) to be put on the wall. */
export function noticePoster(notice: Notice, paper: NoticePaper): PrintedDocument {
  const { baseName, approvalNumber, scope, contact, complaints, place, publishedOn, version, lines } = notice;
  const title = `${baseName} 收费公示 第${version}版`;
  const contents = lines.filter(({ content }) => content !== '');
  return {
    title: `${title} ${paper}`,
    author: baseName,
    footer: `第 ${version} 版，${chineseDate(publishedOn)}公布于${place}。除所列项目和标准外，不收取其他费用`,
    createdOn: publishedOn,
    landscape: false,
    paper,
    blocks: [
      { kind: 'banner', title: '继续教育收费公示', subtitle: `${baseName}　批准文号：${approvalNumber}` },
      { kind: 'heading', text: '培训范围' },
      { kind: 'paragraph', text: scope, indented: false },
      { kind: 'heading', text: '收费项目及标准' },
      {
        kind: 'table',
        columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
        rows: lines.map((line) => [
          line.title,
          subjectKinds[line.subjectKind].slice(0, 2),
          line.audience,
          String(line.hours),
          line.period,
          feesText(line),
          basisText(line),
        ]),
        hasTotal: false,
      },
      ...(contents.length > 0 ? [{ kind: 'heading' as const, text: '培训内容' }] : []),
      ...contents.map((line) => ({
        kind: 'paragraph' as const,
        text: `${line.title}：${line.content}`,
        indented: false,
      })),
      {
        kind: 'callout',
        lines: [
          { label: '联系', text: contact },
          { label: '监督投诉', text: complaints },
          { label: '公布', text: `${chineseDate(publishedOn)}，${place}` },
        ],
      },
      { kind: 'seal', issuer: baseName, date: chineseDate(publishedOn) },
    ],
  };
}
