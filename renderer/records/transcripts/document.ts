import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import type { TranscriptSnapshot } from '../../../shared/domain/certificates/transcript.ts';

const columns = [
  { heading: '序号', share: 7, align: 'right' },
  { heading: '时间', share: 20, align: 'left' },
  { heading: '内容', share: 27, align: 'left' },
  { heading: '科目或方式', share: 20, align: 'left' },
  { heading: '依据', share: 20, align: 'left' },
  { heading: '公需', share: 8, align: 'right' },
  { heading: '专业', share: 8, align: 'right' },
] as const;

/** A transcript on paper, from its snapshot alone: a reprint years later is the same. */
export function transcriptDocument(snapshot: TranscriptSnapshot): PrintedDocument {
  const { learnerName, documentKind, documentNumber, employerName, year, general, professional } = snapshot;
  const employer = employerName === '' ? '' : `，工作单位：${employerName}`;
  const rows = snapshot.lines.map((line, index) => [
    String(index + 1),
    line.period,
    line.title,
    line.kind,
    line.evidence,
    String(line.general),
    String(line.professional),
  ]);
  const sum = [
    '',
    '',
    '合计',
    '',
    `共 ${general + professional} 学时`,
    String(general),
    String(professional),
  ];
  return {
    title: `${snapshot.number} ${learnerName}`,
    author: snapshot.baseName,
    footer: `${snapshot.baseName}　${snapshot.number}`,
    createdOn: snapshot.issueDate,
    landscape: false,
    blocks: [
      { kind: 'title', text: '专业技术人员继续教育学时证明' },
      { kind: 'reference', text: `编号：${snapshot.number}` },
      {
        kind: 'paragraph',
        text: `兹证明 ${learnerName}（${documentKind}：${documentNumber}${employer}）${year} 年度参加继续教育共计 ${general + professional} 学时，其中公需科目 ${general} 学时、专业科目 ${professional} 学时，明细如下：`,
        indented: true,
      },
      { kind: 'table', columns: [...columns], rows: [...rows, sum], hasTotal: true },
      { kind: 'paragraph', text: snapshot.standing, indented: false },
      { kind: 'paragraph', text: `基地批准文号：${snapshot.approvalNumber}`, indented: false },
      { kind: 'seal', issuer: snapshot.baseName, date: chineseDate(snapshot.issueDate) },
    ],
  };
}
