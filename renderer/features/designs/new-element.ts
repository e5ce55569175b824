import type {
  CertificateDesign,
  DesignElement,
  ElementKind,
} from '../../../shared/domain/certificates/certificate-design.ts';

function freeId(design: CertificateDesign, kind: ElementKind): string {
  const taken = new Set(design.elements.map(({ id }) => id));
  for (let number = 1; ; number += 1) if (!taken.has(`${kind}-${number}`)) return `${kind}-${number}`;
}

const fitting = { size: 14, least: 8, color: '#212126' };

/** A new element in the middle of the paper. @param text what a text says at first */
export function newElement(
  design: CertificateDesign,
  kind: Exclude<ElementKind, 'image'>,
  text = '文字',
): DesignElement {
  const place = (width: number, height: number) => ({
    id: freeId(design, kind),
    x: Math.round((design.width - width) / 2),
    y: Math.round((design.height - height) / 2),
    width,
    height,
    onBlank: false,
  });
  switch (kind) {
    case 'text':
      return {
        kind,
        ...place(80, 10),
        ...fitting,
        text,
        bold: false,
        align: 'left',
        valign: 'top',
        leading: 1.5,
        indent: 0,
        spacing: 0,
      };
    case 'mongolian':
      return { kind, ...place(20, 80), ...fitting, size: 20, text, leading: 1.2 };
    case 'code':
      return { kind, ...place(27, 27) };
    case 'photo':
      return { kind, ...place(35, 49) };
    case 'seal':
      return { kind, ...place(50, 50), note: '（盖章）' };
    case 'line':
      return { kind, ...place(80, 0.5), color: '#b88f45', stroke: 0.8 };
    case 'border':
      return {
        kind,
        id: freeId(design, kind),
        x: 9,
        y: 9,
        width: design.width - 18,
        height: design.height - 18,
        onBlank: false,
        style: 'double',
        color: '#9e1c21',
        accent: '#b88f45',
        stroke: 2,
      };
    case 'fill':
      return { kind, ...place(design.width - 40, 30), color: '#f5efe0' };
  }
}

/** A copy a little beside, under a name of its own. */
export function copyOf(design: CertificateDesign, element: DesignElement): DesignElement {
  return { ...element, id: freeId(design, element.kind), x: element.x + 5, y: element.y + 5 };
}

/** A picture that the host keeps, as large as it may be at first. */
export function newImage(design: CertificateDesign, hash: string): DesignElement {
  return {
    kind: 'image',
    id: freeId(design, 'image'),
    x: Math.round((design.width - 60) / 2),
    y: Math.round((design.height - 40) / 2),
    width: 60,
    height: 40,
    onBlank: false,
    hash,
  };
}
