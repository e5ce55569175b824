import { z } from 'zod';
import { hex32Bytes } from '../base/hex.ts';

const millimetres = z.number().min(-500).max(1500);
const size = z.number().min(0.5).max(1500);
const points = z.number().min(4, '字号至少 4').max(200, '字号最大 200');
const color = z.string().regex(/^#[0-9a-f]{6}$/i, '颜色请按 #9e1c21 的格式填写');

const place = {
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  x: millimetres,
  y: millimetres,
  width: size,
  height: size,
  /** On preprinted paper it stands there already, and is not printed again. */
  onBlank: z.boolean(),
};

const fitting = {
  /** In points; a text that does not fit is set smaller, down to `least`. */
  size: points,
  least: points,
  color,
};

/** One thing on a certificate, its box in millimetres from the top left of the paper. */
const designElement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    ...place,
    ...fitting,
    /** With fields as `{姓名}`; `**…**` is bold, `++…++` larger, `[[…]]` left out where a field in it is empty. */
    text: z.string().max(2000),
    bold: z.boolean(),
    align: z.enum(['left', 'center', 'right', 'justify']),
    valign: z.enum(['top', 'middle', 'bottom']),
    /** Of the size. */
    leading: z.number().min(0.8).max(4),
    /** In ems, of the first line of each paragraph. */
    indent: z.number().min(0).max(10),
    /** Between characters, in points. */
    spacing: z.number().min(-2).max(40),
  }),
  /** Traditional Mongolian: columns from the left to the right, each read downwards. */
  z.object({
    kind: z.literal('mongolian'),
    ...place,
    ...fitting,
    text: z.string().max(1000),
    leading: z.number().min(0.8).max(4),
  }),
  z.object({ kind: z.literal('code'), ...place }),
  z.object({ kind: z.literal('photo'), ...place }),
  z.object({
    kind: z.literal('image'),
    ...place,
    /** Of the file in the base's keeping. */
    hash: hex32Bytes,
  }),
  /** Where the seal goes: kept free, marked faintly. */
  z.object({ kind: z.literal('seal'), ...place, note: z.string().max(20) }),
  z.object({ kind: z.literal('line'), ...place, color, stroke: z.number().min(0.1).max(20) }),
  z.object({
    kind: z.literal('border'),
    ...place,
    style: z.enum(['single', 'double', 'ornate']),
    color,
    accent: color,
    stroke: z.number().min(0.1).max(20),
  }),
  z.object({ kind: z.literal('fill'), ...place, color }),
]);
export type DesignElement = z.infer<typeof designElement>;
export type ElementKind = DesignElement['kind'];
export type ElementOf<Kind extends ElementKind> = Extract<DesignElement, { kind: Kind }>;

export const elementKinds: Record<ElementKind, string> = {
  text: '文字',
  mongolian: '蒙古文',
  code: '二维码',
  photo: '照片',
  image: '图片',
  seal: '盖章处',
  line: '线',
  border: '边框',
  fill: '底色',
};

/** Whether the boxes of two elements have a place in common; edges that touch have none. */
export function overlap(one: DesignElement, other: DesignElement): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The elements of each side of the paper, the front first. */
export function sidesOf<Element>({ elements, back }: { elements: Element[]; back: Element[] }): Element[][] {
  return back.length > 0 ? [elements, back] : [elements];
}

/** The look of a certificate: paper in millimetres, and what is on it from the lowest layer up. */
export const certificateDesign = z
  .object({
    name: z.string().trim().min(2, '名称至少 2 个字').max(40),
    width: z.number().min(50).max(1000),
    height: z.number().min(50).max(1000),
    /** A scan of the preprinted blank, shown under the design and never printed. */
    backdrop: hex32Bytes.nullable(),
    elements: z.array(designElement).max(200),
    /** What is on the other side of the paper; empty where it is printed on one side. */
    back: z.array(designElement).max(200),
  })
  .refine(
    (design) =>
      sidesOf(design).every((elements) => new Set(elements.map(({ id }) => id)).size === elements.length),
    { path: ['elements'], message: '元素编号重复' },
  );
export type CertificateDesign = z.infer<typeof certificateDesign>;

/** The images a design needs, each once. */
export function imagesOf(design: Pick<CertificateDesign, 'elements' | 'back'>): string[] {
  const hashes = sidesOf(design)
    .flat()
    .flatMap((element) => (element.kind === 'image' ? [element.hash] : []));
  return [...new Set(hashes)];
}
