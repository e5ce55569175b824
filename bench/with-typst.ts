import { writeFile } from 'node:fs/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CertificateSnapshot } from '../shared/domain/certificate.ts';
import { chineseDate, chinesePeriod } from '../shared/domain/civil-date.ts';

const setup = `
#set page(width: 841.89pt, height: 595.28pt, margin: 0pt, background: {
  let frame(inset, stroke) = place(dx: inset, dy: inset, rect(width: 841.89pt - 2 * inset, height: 595.28pt - 2 * inset, stroke: stroke))
  frame(9mm, 2.4pt + rgb("#9e1c21"))
  frame(12.5mm, 0.7pt + rgb("#b88f45"))
})
#set text(font: "Noto Serif SC", lang: "zh")
#let red = rgb("#9e1c21")
#let certificate(c) = {
  place(top + center, dy: 28mm, text(17pt, red, weight: "bold", tracking: 2pt, c.base))
  place(top + center, dy: 41mm, text(38pt, red, weight: "bold", tracking: 5pt)[专业技术人员继续教育证书])
  place(dx: 40mm, dy: 70mm, block(width: 841.89pt - 80mm, {
    set text(17pt)
    set par(justify: true, leading: 1em, first-line-indent: (amount: 2em, all: true))
    [#text(23pt, weight: "bold", c.name)（#c.kind：*#c.document*），工作单位：#c.employer，于*#c.period*参加*“#c.title”*（班号：#c.number）的学习，考核结果：*#c.result*，*共计#c.total;学时，其中公需科目#c.general;学时、专业科目#c.professional;学时*。]
    parbreak()
    [特发此证。]
  }))
  place(dx: 40mm, dy: 170mm, text(11pt)[证书编号：#c.serial])
  place(dx: 40mm, dy: 177mm, text(11pt, gray)[基地批准文号：#c.approval])
  place(dx: 190mm, dy: 166mm, block(width: 74mm, align(center, text(14pt, c.base))))
  place(dx: 190mm, dy: 174mm, block(width: 74mm, align(center, text(13pt, c.date))))
}
`;

function record(one: CertificateSnapshot): Record<string, string> {
  return {
    base: one.baseName,
    approval: one.approvalNumber,
    name: one.learnerName,
    kind: one.documentKind,
    document: one.documentNumber,
    employer: one.employerName,
    period: chinesePeriod(one.startDate, one.endDate),
    title: one.classTitle,
    number: one.classNumber,
    result: one.result,
    total: String(one.generalHours + one.professionalHours),
    general: String(one.generalHours),
    professional: String(one.professionalHours),
    serial: one.number,
    date: chineseDate(one.issueDate),
  };
}

/** The same layout by Typst, one document of all pages; its fonts are read once. */
export function openTypstPrinter(fontFolders: string[]) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders }] });
  return {
    async write(path: string, certificates: readonly CertificateSnapshot[]): Promise<void> {
      const data = JSON.stringify(certificates.map(record));
      const pages = `#let all = json(bytes(${JSON.stringify(data)}))\n#for (i, c) in all.enumerate() { if i > 0 { pagebreak() }; certificate(c) }\n`;
      await writeFile(path, compiler.pdf({ mainFileContent: setup + pages }));
    },
  };
}
