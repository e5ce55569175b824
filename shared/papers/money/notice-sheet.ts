import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { chineseDate } from '../../domain/base/civil-date.ts';
import { feeKinds, feeUnits } from '../../domain/money/fee.ts';
import { formatFen } from '../../domain/money/money.ts';
import type { Notice, NoticeLine } from '../../domain/money/notice.ts';
import { subjectKinds } from '../../domain/teaching/course.ts';

const headings = [
  '培训班（项目）',
  '科目',
  '内容',
  '对象',
  '学时',
  '时间',
  '公益性',
  '收费类别',
  '收费项目',
  '标准（元）',
  '单位',
  '收费依据',
];

function rowsOf(line: NoticeLine): (string | number)[][] {
  const about = [
    line.title,
    subjectKinds[line.subjectKind],
    line.content,
    line.audience,
    line.hours,
    line.period,
    line.isPublicBenefit ? '是' : '',
  ];
  if (line.items.length === 0) return [[...about, '', '不收费', formatFen(0), '', '']];
  return line.items.map(({ kind, title, standardFen, unit, basis }) => [
    ...about,
    feeKinds[kind],
    title,
    formatFen(standardFen),
    feeUnits[unit],
    basis,
  ]);
}

/** A published notice (第22条) as a sheet: a row for each fee item. */
export function noticeSheet(notice: Notice): WrittenWorkbook {
  const { baseName, version, publishedOn, place, scope, contact, complaints, approvalNumber, lines } = notice;
  return {
    name: `${baseName} 收费公示 第${version}版`,
    sheet: '收费公示',
    above: [
      `${baseName} 继续教育收费公示（第 ${version} 版）`,
      `批准文号：${approvalNumber}　${chineseDate(publishedOn)}公布于${place}`,
      `培训范围：${scope}`,
      `联系：${contact}　监督投诉：${complaints}`,
    ],
    rows: [headings, ...lines.flatMap(rowsOf)],
  };
}
