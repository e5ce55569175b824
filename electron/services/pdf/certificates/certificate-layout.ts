import { chineseDate, chinesePeriod } from '../../../../shared/domain/base/civil-date.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificates/certificate.ts';
import { flow, type Segment } from '../ink/flow.ts';
import { a4Landscape, type Color, grey, Ink, millimetre } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { drawQrCode, type QrPattern } from '../ink/qr-code.ts';
import { drawCorners } from './corners.ts';

const { width, height } = a4Landscape;
const red: Color = [0.62, 0.11, 0.13];
const gold: Color = [0.72, 0.56, 0.27];
const bodyLeft = 40 * millimetre;
const bodyWidth = width - 2 * bodyLeft;
const bodyTop = 79 * millimetre;
const bodySpace = 66 * millimetre;
const sealCentre = { x: width - 72 * millimetre, y: height - 40 * millimetre };
const issuerSpace = 74 * millimetre;
/** A seal is at most 45 mm across; this square over issuer and date stays free for it. */
const sealSpace = 50 * millimetre;

/** What every certificate of one base shares: border, title, labels, the place for the seal. */
export function drawFixed(document: InkDocument, baseName: string): Ink {
  const { regular, bold } = document;
  const outer = 9 * millimetre;
  const inner = 12.5 * millimetre;
  const ink = new Ink()
    .rectangle(outer, outer, width - 2 * outer, height - 2 * outer, 2.4, red)
    .rectangle(inner, inner, width - 2 * inner, height - 2 * inner, 0.7, gold);
  const orn = inner + 7;
  drawCorners(ink, { left: orn, top: orn, right: width - orn, bottom: height - orn }, gold);
  const nameSize = Math.min(17, (bodyWidth / Math.max(1, bold.widthOf(baseName, 1))) * 0.95);
  ink.textCentred(width / 2, 34 * millimetre, baseName, {
    font: bold,
    size: nameSize,
    color: red,
    spacing: 2,
  });
  ink.textCentred(width / 2, 54 * millimetre, '专业技术人员继续教育证书', {
    font: bold,
    size: 38,
    color: red,
    spacing: 5,
  });
  ink.line(width / 2 - 110, 60 * millimetre, width / 2 + 110, 60 * millimetre, 0.8, gold);
  ink.textCentred(sealCentre.x, sealCentre.y - sealSpace / 2 + 12, '（盖章）', {
    font: regular,
    size: 8,
    color: [0.78, 0.78, 0.78],
  });
  return ink;
}

const codeSize = 27 * millimetre;
const codePlace = { x: 128 * millimetre, y: height - 52 * millimetre };

/** The code that anyone can check the certificate by, and how. */
export function drawCode({ regular }: InkDocument, ink: Ink, code: QrPattern): void {
  drawQrCode(ink, code, codePlace.x, codePlace.y, codeSize);
  ink.textCentred(codePlace.x + codeSize / 2, codePlace.y + codeSize + 9, '扫码验证真伪', {
    font: regular,
    size: 7.5,
    color: grey,
  });
}

function hoursPhrase({ years, generalHours, professionalHours }: CertificateSnapshot): string {
  const total = `共计${generalHours + professionalHours}学时，其中公需科目${generalHours}学时、专业科目${professionalHours}学时`;
  if (years.length < 2) return total;
  const byYear = years.map(
    ({ year, general, professional }) => `${year}年度公需${general}学时、专业${professional}学时`,
  );
  return `${total}（${byYear.join('；')}）`;
}

function body(document: InkDocument, snapshot: CertificateSnapshot, size: number): Segment[] {
  const plain = (text: string): Segment => ({ text, font: document.regular, size });
  const strong = (text: string): Segment => ({ text, font: document.bold, size });
  return [
    { text: snapshot.learnerName, font: document.bold, size: size * 1.35 },
    plain(`（${snapshot.documentKind}：`),
    strong(snapshot.documentNumber),
    plain('），'),
    ...(snapshot.employerName === '' ? [] : [plain(`工作单位：${snapshot.employerName}，`)]),
    plain('于'),
    strong(chinesePeriod(snapshot.startDate, snapshot.endDate)),
    plain('参加'),
    strong(`“${snapshot.classTitle}”`),
    plain(`（班号：${snapshot.classNumber}）的学习，考核结果：`),
    strong(snapshot.result),
    plain('，'),
    strong(hoursPhrase(snapshot)),
    plain('。'),
  ];
}

/** A long base name is signed in two lines of equal length. */
function issuerLines(baseName: string): string[] {
  if (baseName.length <= 20) return [baseName];
  const half = Math.ceil(baseName.length / 2);
  return [baseName.slice(0, half), baseName.slice(half)];
}

/** What differs from one certificate to the next. A long text is set smaller, down to 11 points. */
export function drawCertificate(document: InkDocument, snapshot: CertificateSnapshot): Ink {
  const { regular } = document;
  const ink = new Ink();
  let size = 17;
  let leading = size * 2;
  let lines = flow(body(document, snapshot, size), bodyWidth, size * 2);
  while (lines.length * leading > bodySpace && size > 11) {
    size -= 1;
    leading = size * 1.9;
    lines = flow(body(document, snapshot, size), bodyWidth, size * 2);
  }
  let y = bodyTop;
  for (const line of lines) {
    for (const run of line) ink.text(bodyLeft + run.x, y, run.text, run);
    y += leading;
  }
  ink.text(bodyLeft + size * 2, y + 4, '特发此证。', { font: regular, size });
  const small = { font: regular, size: 11, color: grey };
  ink.text(bodyLeft, height - 36 * millimetre, `证书编号：${snapshot.number}`, {
    ...small,
    color: [0.13, 0.13, 0.15],
  });
  if (snapshot.replaces !== null) {
    const corrects = `本证书更正并替代原证书：${snapshot.replaces}`;
    ink.text(bodyLeft, height - 43 * millimetre, corrects, small);
  }
  ink.text(bodyLeft, height - 29 * millimetre, `基地批准文号：${snapshot.approvalNumber}`, small);
  const issuer = issuerLines(snapshot.baseName);
  const widest = Math.max(1, ...issuer.map((line) => regular.widthOf(line, 1)));
  const issuerSize = Math.min(14, issuerSpace / widest);
  for (const [index, line] of issuer.entries()) {
    const above = (issuer.length - 1 - index) * issuerSize * 1.3;
    ink.textCentred(sealCentre.x, sealCentre.y - 2 - above, line, { font: regular, size: issuerSize });
  }
  ink.textCentred(sealCentre.x, sealCentre.y + 22, chineseDate(snapshot.issueDate), {
    font: regular,
    size: 13,
  });
  return ink;
}
