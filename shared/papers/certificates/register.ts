import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import type { BlankStock } from '../../domain/certificates/blank-stock.ts';
import { type Certificate, certificateStates } from '../../domain/certificates/certificate.ts';
import { maskSealed } from '../../domain/people/sealed-text.ts';
import { paragraph, seal, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { numbered, tableBlock } from '../table.ts';
import { blankRegister } from './blank-register.ts';

const name = '证书登记簿';

function remarkOf({ voided, replacedBy, toReplace, snapshot }: Certificate): string {
  if (voided) return `作废：${voided.reason}`;
  if (replacedBy) return `由 ${replacedBy} 替代`;
  if (toReplace) return `待更正：${toReplace.reason}`;
  return snapshot.replaces ? `替代 ${snapshot.replaces}` : '';
}

function holderOf({ number, snapshot }: Certificate): string[] {
  const { learnerName, documentNumber, employerName, classTitle } = snapshot;
  return [number, learnerName, maskSealed(documentNumber), employerName, classTitle];
}

function standingOf(certificate: Certificate): string[] {
  const { snapshot, state } = certificate;
  return [snapshot.issueDate, certificateStates[state], remarkOf(certificate)];
}

const headings = [
  '序号',
  '证书编号',
  '姓名',
  '证件号码',
  '工作单位',
  '培训班',
  '班号',
  '公需学时',
  '专业学时',
  '考核结果',
  '发证日期',
  '状态',
  '说明',
  '打印次数',
  '空白证书编号',
];

/**
 * The register as a workbook: a certificate a row, and behind it what became of the blanks where there are any.
 * @param about which certificates, in words
 */
export function registerWorkbook(
  certificates: readonly Certificate[],
  about: string,
  stocks: readonly BlankStock[],
): WrittenWorkbook {
  const rows = certificates.map((certificate) => {
    const { snapshot, prints } = certificate;
    return [
      ...holderOf(certificate),
      snapshot.classNumber,
      snapshot.generalHours,
      snapshot.professionalHours,
      snapshot.result,
      ...standingOf(certificate),
      prints.length,
      prints.flatMap(({ blank }) => blank ?? []).join('、'),
    ];
  });
  return {
    name: `${name} ${about}`,
    sheet: name,
    rows: [headings, ...numbered(rows)],
    ...(stocks.length > 0 && { more: [blankRegister(stocks)] }),
  };
}

const columns = [
  ['序号', 6, 'right'],
  ['证书编号', 18, 'left'],
  ['姓名', 12, 'left'],
  ['证件号码', 12, 'left'],
  ['工作单位', 22, 'left'],
  ['培训班', 28, 'left'],
  ['学时', 6, 'right'],
  ['发证日期', 11, 'left'],
  ['状态', 8, 'left'],
  ['说明', 18, 'left'],
] as const;

/** The register for paper and inspections (第22条). @param about which certificates, in words */
export function registerPaper(
  issuer: string,
  certificates: readonly Certificate[],
  about: string,
  today: CivilDate,
): PrintedDocument {
  const count = (state: Certificate['state']) => certificates.filter((one) => one.state === state).length;
  const rows = certificates.map((certificate) => [
    ...holderOf(certificate),
    certificate.snapshot.generalHours + certificate.snapshot.professionalHours,
    ...standingOf(certificate),
  ]);
  const head = { issuer, name: `${issuer} ${name} ${about}`, foot: name, on: today, landscape: true };
  return paper(head, [
    title(name),
    paragraph(
      `${about}，共 ${certificates.length} 张：有效 ${count('valid')} 张，已更正 ${count('replaced')} 张，已作废 ${count('void')} 张。`,
    ),
    tableBlock({ columns, rows: numbered(rows) }),
    seal(issuer, today),
  ]);
}
