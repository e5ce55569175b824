import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { type BlankStock, blankNumber } from '../../../shared/domain/certificates/blank-stock.ts';
import { type Certificate, certificateStates } from '../../../shared/domain/certificates/certificate.ts';
import { maskSealed } from '../../../shared/domain/people/sealed-text.ts';
import { blankCounts } from '../../../shared/regulation/blank-stock.ts';

function remarkOf({ voided, replacedBy, toReplace, snapshot }: Certificate): string {
  if (voided) return `作废：${voided.reason}`;
  if (replacedBy) return `由 ${replacedBy} 替代`;
  if (toReplace) return `待更正：${toReplace.reason}`;
  return snapshot.replaces ? `替代 ${snapshot.replaces}` : '';
}

function blankOf({ prints }: Certificate): string {
  return prints.flatMap(({ blank }) => blank ?? []).join('、');
}

/** The register as a sheet: the headings, then a certificate a row, in the order of their numbers. */
export function registerRows(certificates: readonly Certificate[]): (string | number)[][] {
  const rows = certificates.map((certificate, index) => {
    const { snapshot, number, state, prints } = certificate;
    return [
      index + 1,
      number,
      snapshot.learnerName,
      maskSealed(snapshot.documentNumber),
      snapshot.employerName,
      snapshot.classTitle,
      snapshot.classNumber,
      snapshot.generalHours,
      snapshot.professionalHours,
      snapshot.result,
      snapshot.issueDate,
      certificateStates[state],
      remarkOf(certificate),
      prints.length,
      blankOf(certificate),
    ];
  });
  return [
    [
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
    ],
    ...rows,
  ];
}

/** Every delivery of blanks and what became of it: used, spoiled and left add up. */
export function blankRows(stocks: readonly BlankStock[]): (string | number)[][] {
  const rows = stocks.flatMap((stock) => {
    const { total, used, spoiled, left } = blankCounts(stock);
    const range = `${blankNumber(stock, stock.first)}–${blankNumber(stock, stock.last)}`;
    const each = Object.entries(stock.spoiled).map(([serial, { reason, by }]) => [
      blankNumber(stock, Number(serial)),
      '',
      '',
      '',
      '',
      '',
      `作废：${reason}（${by}）`,
    ]);
    return [[range, stock.receivedOn, total, used, spoiled, left, ''], ...each];
  });
  return [['空白证书编号', '收到日期', '张数', '已用', '作废', '剩余', '说明'], ...rows];
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
export function registerDocument(
  { profile }: Base,
  certificates: readonly Certificate[],
  about: string,
  today: string,
): PrintedDocument {
  const count = (state: Certificate['state']) => certificates.filter((one) => one.state === state).length;
  return {
    title: `${profile.name} 证书登记簿 ${about}`,
    author: profile.name,
    footer: `${profile.name}　证书登记簿`,
    createdOn: today,
    landscape: true,
    blocks: [
      { kind: 'title', text: '证书登记簿' },
      {
        kind: 'paragraph',
        text: `${about}，共 ${certificates.length} 张：有效 ${count('valid')} 张，已更正 ${count('replaced')} 张，已作废 ${count('void')} 张。`,
        indented: false,
      },
      {
        kind: 'table',
        columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
        hasTotal: false,
        rows: certificates.map((certificate, index) => {
          const { snapshot, number, state } = certificate;
          return [
            String(index + 1),
            number,
            snapshot.learnerName,
            maskSealed(snapshot.documentNumber),
            snapshot.employerName,
            snapshot.classTitle,
            String(snapshot.generalHours + snapshot.professionalHours),
            snapshot.issueDate,
            certificateStates[state],
            remarkOf(certificate),
          ];
        }),
      },
      { kind: 'seal', issuer: profile.name, date: chineseDate(today) },
    ],
  };
}
