import { chineseDate } from '../../domain/base/civil-date.ts';
import { basisText, feesText } from '../../exchange/notice/notice-words.ts';
import { callout } from '../blocks.ts';
import { nothing, recordPaper, type SourceContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';

/** What the fee disclosure in force says of a class (第22条). */
export function noticeExtract(record: ClassRecord): SourceContent {
  if (!record.notice) return nothing;
  const { notice, line } = record.notice;
  const blocks = [
    callout([
      ['公示', `第 ${notice.version} 版，${chineseDate(notice.publishedOn)}公布于${notice.place}`],
      ['范围', notice.scope],
      ['内容', line.content],
      ['项目及标准', feesText(line)],
      ['依据', basisText(line)],
      ['联系', notice.contact],
      ['监督投诉', notice.complaints],
    ]),
  ];
  return { state: `第 ${notice.version} 版公示`, documents: [recordPaper(record, '收费公示', blocks)] };
}
