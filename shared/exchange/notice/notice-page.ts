import { chineseDate } from '../../domain/base/civil-date.ts';
import type { Notice, NoticeLine } from '../../domain/money/notice.ts';
import { subjectKinds } from '../../domain/teaching/course.ts';
import { basisText, feesText } from './notice-words.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character).replaceAll('\n', '<br>');
}

const style = `
  :root { color-scheme: light; }
  body { margin: 0; background: #f4f5fa; color: #1f2430; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
  header { background: #304fae; color: #fff; padding: 32px 20px; text-align: center; }
  h1 { margin: 0 0 8px; font-size: 28px; }
  main { max-width: 1040px; margin: 24px auto; padding: 0 16px; }
  section { background: #fff; border: 1px solid #dfe2ee; border-radius: 8px; padding: 16px 20px; margin-bottom: 16px; }
  h2 { margin: 0 0 8px; font-size: 18px; }
  .scroll { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; font-size: 15px; }
  th, td { border: 1px solid #c9cede; padding: 8px 10px; text-align: left; vertical-align: top; }
  th { background: #eef1fb; white-space: nowrap; }
  td.number { text-align: right; }
  td.fees { white-space: nowrap; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
  dt { font-weight: 600; }
  dd { margin: 0; }
  footer { color: #555b6e; font-size: 14px; text-align: center; padding: 8px 16px 32px; }
  @media print { body { background: #fff; } section { border: 0; padding: 0; } header { color: #000; background: none; } }
`;

const headings = ['培训班（项目）', '科目', '内容', '对象', '学时', '时间', '收费项目及标准', '收费依据'];

const cellClasses: Record<number, string> = { 4: ' class="number"', 6: ' class="fees"' };

function rowOf(line: NoticeLine): string {
  const { title, subjectKind, content, audience, hours, period } = line;
  const cells = [
    title,
    subjectKinds[subjectKind],
    content,
    audience,
    String(hours),
    period,
    feesText(line),
    basisText(line),
  ];
  return `<tr>${cells
    .map((cell, index) => `<td${cellClasses[index] ?? ''}>${escaped(cell)}</td>`)
    .join('')}</tr>`;
}

/**
 * A published notice (第22条) as one HTML file for the base's site: no script, nothing loaded from elsewhere,
 * readable on a phone and on paper.
 */
export function writeNoticePage(notice: Notice): string {
  const { baseName, approvalNumber, scope, contact, complaints, place, publishedOn, version, lines } = notice;
  const title = `${baseName} 继续教育收费公示`;
  const facts = [
    ['联系人和电话', contact],
    ['监督投诉', complaints],
    ['公开地点', place],
    ['公布日期', chineseDate(publishedOn)],
  ];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>继续教育收费公示</h1>
<div>${escaped(baseName)}　批准文号：${escaped(approvalNumber)}</div>
</header>
<main>
<section>
<h2>培训范围</h2>
<p>${escaped(scope)}</p>
</section>
<section>
<h2>内容、收费项目及标准</h2>
<div class="scroll" tabindex="0" role="region" aria-label="收费项目及标准">
<table>
<thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${lines.map(rowOf).join('\n')}
</tbody>
</table>
</div>
</section>
<section>
<h2>联系和监督</h2>
<dl>${facts.map(([label = '', text = '']) => `<dt>${label}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>
</section>
</main>
<footer>第 ${version} 版，${escaped(chineseDate(publishedOn))}公布。除本公示所列项目和标准外，不收取其他费用。</footer>
</body>
</html>
`;
}
