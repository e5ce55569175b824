import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../electron/chromium.ts';
import type { FontPaths } from '../electron/services/pdf/ink.ts';
import type { CertificateSnapshot } from '../shared/domain/certificate.ts';
import { chineseDate, chinesePeriod } from '../shared/domain/civil-date.ts';
import { quietFlags } from '../tests/support/chromium.ts';

function section(one: CertificateSnapshot): string {
  const total = one.generalHours + one.professionalHours;
  return `<section><div class="outer"></div><div class="inner"></div>
<h2>${one.baseName}</h2><h1>专业技术人员继续教育证书</h1>
<div class="body"><p><b class="name">${one.learnerName}</b>（${one.documentKind}：<b>${one.documentNumber}</b>），工作单位：${one.employerName}，于<b>${chinesePeriod(one.startDate, one.endDate)}</b>参加<b>“${one.classTitle}”</b>（班号：${one.classNumber}）的学习，考核结果：<b>${one.result}</b>，<b>共计${total}学时，其中公需科目${one.generalHours}学时、专业科目${one.professionalHours}学时</b>。</p><p>特发此证。</p></div>
<div class="serial">证书编号：${one.number}<br><span>基地批准文号：${one.approvalNumber}</span></div>
<div class="issuer">${one.baseName}<br>${chineseDate(one.issueDate)}</div></section>`;
}

function html(fonts: FontPaths, certificates: readonly CertificateSnapshot[]): string {
  const face = (path: string, weight: number) =>
    `@font-face{font-family:Song;font-weight:${weight};src:url(${pathToFileURL(path).href})}`;
  return `<!doctype html><meta charset="utf-8"><style>
${face(fonts.regular, 400)}${face(fonts.bold, 700)}
@page{size:841.89pt 595.28pt;margin:0}*{margin:0}body{font-family:Song}
section{position:relative;width:841.89pt;height:595.27pt;break-after:page;overflow:hidden}
section>*{position:absolute}.outer{inset:9mm;border:2.4pt solid #9e1c21}.inner{inset:12.5mm;border:.7pt solid #b88f45}
h2,h1{width:100%;text-align:center;color:#9e1c21}h2{top:28mm;font-size:17pt;letter-spacing:2pt}h1{top:41mm;font-size:38pt;letter-spacing:5pt}
.body{left:40mm;right:40mm;top:70mm;font-size:17pt;line-height:2;text-align:justify}.body p{text-indent:2em}.name{font-size:23pt}
.serial{left:40mm;top:170mm;font-size:11pt}.serial span{color:#777}.issuer{left:190mm;width:74mm;top:166mm;text-align:center;font-size:14pt}
</style>${certificates.map(section).join('')}`;
}

/** The same layout in HTML, printed to PDF by Chromium; starting the browser is not counted. */
export async function openChromiumPrinter(fonts: FontPaths) {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...quietFlags, '--allow-file-access-from-files'],
    ...(executablePath === null ? {} : { executablePath }),
  });
  return {
    async write(path: string, certificates: readonly CertificateSnapshot[]): Promise<void> {
      const source = `${path}.html`;
      await writeFile(source, html(fonts, certificates));
      const page = await browser.newPage();
      await page.goto(pathToFileURL(source).href);
      await page.evaluate(() => document.fonts.ready);
      await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
      await page.close();
    },
    close: () => browser.close(),
  };
}
