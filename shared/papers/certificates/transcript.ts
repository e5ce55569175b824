import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { TranscriptSnapshot } from '../../domain/certificates/transcript.ts';
import { indented, numberLine, paragraph, seal, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { numbered, rowOf, tableBlock } from '../table.ts';

const columns = [
  ['序号', 7, 'right'],
  ['时间', 20, 'left'],
  ['内容', 27, 'left'],
  ['科目或方式', 20, 'left'],
  ['依据', 20, 'left'],
  ['公需', 8, 'right'],
  ['专业', 8, 'right'],
] as const;

/** A transcript (学时证明), from its snapshot alone: a reprint years later is the same. */
export function transcriptPaper(snapshot: TranscriptSnapshot): PrintedDocument {
  const { number, baseName, learnerName, documentKind, documentNumber, employerName, issueDate } = snapshot;
  const { year, general, professional } = snapshot;
  const hours = general + professional;
  const employer = employerName === '' ? '' : `，工作单位：${employerName}`;
  return paper({ issuer: baseName, name: `${number} ${learnerName}`, foot: number, on: issueDate }, [
    title('专业技术人员继续教育学时证明'),
    numberLine(number),
    indented(
      `兹证明 ${learnerName}（${documentKind}：${documentNumber}${employer}）${year} 年度参加继续教育共计 ${hours} 学时，其中公需科目 ${general} 学时、专业科目 ${professional} 学时，明细如下：`,
    ),
    tableBlock({
      columns,
      rows: numbered(
        snapshot.lines.map((line) => [
          line.period,
          line.title,
          line.kind,
          line.evidence,
          line.general,
          line.professional,
        ]),
      ),
      total: rowOf(columns, { 内容: '合计', 依据: `共 ${hours} 学时`, 公需: general, 专业: professional }),
    }),
    paragraph(snapshot.standing),
    paragraph(`基地批准文号：${snapshot.approvalNumber}`),
    seal(baseName, issueDate),
  ]);
}
