import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { encode } from 'fast-png';
import type { PeerJob, PeerRecord } from './peer-record.ts';

const setup = `
#let blue = rgb("#1f3a6e")
#set page(width: 210mm, height: 297mm, margin: 0pt, background: {
  place(dx: 9mm, dy: 9mm, rect(width: 192mm, height: 279mm, stroke: 2pt + blue))
  place(dx: 9mm + 10pt, dy: 9mm + 10pt, rect(width: 192mm - 20pt, height: 279mm - 20pt, stroke: 0.6pt + rgb("#b88f45")))
})
#set text(font: ("Noto Serif SC", "Noto Sans Mongolian"), lang: "zh")
#let columns(lines, x, y, size, pitch, color) = for (i, line) in lines.enumerate() {
  place(dx: x + i * pitch, dy: y, rotate(90deg, origin: top + left, reflow: true, text(size, color, font: "Noto Sans Mongolian", line)))
}
#let centred(y, body) = place(dx: 68mm, dy: y, block(width: 120mm, align(center, body)))
#let certificate(job, c, i) = {
  columns(job.mongolianTitle, 22mm, 30mm, 30pt, 39pt, blue)
  columns(job.mongolianBase, 22mm, 160mm, 18pt, 21.6pt, blue)
  columns((c.mongolianName,), 48mm, 110mm, 24pt, 29pt, black)
  centred(32mm, text(16pt, blue, weight: "bold", c.base))
  centred(50mm, text(30pt, blue, weight: "bold", tracking: 3pt)[专业技术人员])
  centred(65mm, text(30pt, blue, weight: "bold", tracking: 3pt)[继续教育证书])
  place(dx: 68mm, dy: 100mm, block(width: 120mm, {
    set text(15pt)
    set par(justify: true, leading: 1em, first-line-indent: (amount: 2em, all: true))
    [#text(20pt, weight: "bold", c.name)（#c.kind：*#c.document*），工作单位：#c.employer，于*#c.period*参加*“#c.title”*（班号：#c.number）的学习，考核结果：*#c.result*，*共计#c.total;学时，其中公需科目#c.general;学时、专业科目#c.professional;学时*。]
    parbreak()
    [特发此证。]
  }))
  place(dx: 72mm, dy: 195mm, image("/code-" + str(i) + ".png", width: 27mm, scaling: "pixelated"))
  place(dx: 68mm, dy: 252mm, text(11pt)[证书编号：#c.serial])
  place(dx: 68mm, dy: 259mm, text(11pt, gray)[基地批准文号：#c.approval])
  place(dx: 118mm, dy: 226mm, block(width: 74mm, align(center, text(14pt, c.base))))
  place(dx: 118mm, dy: 236mm, block(width: 74mm, align(center, text(13pt, c.date))))
}
`;

function pngOf({ modules, dark }: PeerRecord): Uint8Array {
  const data = new Uint8Array(modules * modules).fill(255);
  for (const [row, column, length] of dark) {
    data.fill(0, row * modules + column, row * modules + column + length);
  }
  return encode({ width: modules, height: modules, channels: 1, depth: 8, data });
}

/** The layout by Typst, one document of all pages; its fonts are read once, its codes are there as pictures. */
export function openTypst(fontFolders: string[]) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders }] });
  return {
    prepare({ certificates }: PeerJob): void {
      for (const [index, one] of certificates.entries()) {
        compiler.mapShadow(join(process.cwd(), `code-${index}.png`), Buffer.from(pngOf(one)));
      }
    },
    async write({ path, certificates, ...job }: PeerJob): Promise<void> {
      const records = certificates.map(({ dark: _dark, ...record }) => record);
      const data = JSON.stringify({ ...job, certificates: records });
      const pages = `#let job = json(bytes(${JSON.stringify(data)}))\n#for (i, c) in job.certificates.enumerate() { if i > 0 { pagebreak() }; certificate(job, c, i) }\n`;
      await writeFile(path, compiler.pdf({ mainFileContent: setup + pages }));
    },
  };
}
