import {
  type CertificateDesign,
  type DesignElement,
  overlap,
  sidesOf,
} from '../domain/certificates/certificate-design.ts';

/** Millimetres that are kept free for a seal: one is at most 45 mm across. */
const sealSide = 50;

/** Whether a seal may cover it: the issuer and the date it is put over, what is only a ground, and a picture of it. */
function maySealCover(element: DesignElement): boolean {
  if (element.kind === 'text') return /\{(基地名称|发证日期)\}/.test(element.text);
  return element.kind !== 'code' && element.kind !== 'photo' && element.kind !== 'mongolian';
}

const coveredWords = { text: '文字', code: '二维码', photo: '照片', mongolian: '蒙古文' } as const;

/** Why there is no room for the base's seal on a design; null where there is. */
export function sealSpaceProblem(design: CertificateDesign): string | null {
  const sides = sidesOf(design);
  const seals = sides.flatMap((elements) =>
    elements.filter((element) => element.kind === 'seal').map((seal) => ({ seal, elements })),
  );
  if (seals.length === 0) return '没有盖章处';
  const roomy = seals.filter(({ seal }) => seal.width >= sealSide && seal.height >= sealSide);
  if (roomy.length === 0) return `盖章处不足 ${sealSide} × ${sealSide} 毫米`;
  const covered = roomy.map(({ seal, elements }) =>
    elements.find((element) => !maySealCover(element) && overlap(seal, element)),
  );
  const [first] = covered;
  if (covered.some((element) => element === undefined) || !first) return null;
  return `${coveredWords[first.kind as keyof typeof coveredWords]}占了盖章处`;
}
