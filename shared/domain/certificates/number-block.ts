import { z } from 'zod';

/** A stretch of serials that one desk gives certificates out of, so that two desks never give one number twice. */
const numberBlock = z
  .object({
    desk: z.string().trim().min(1, '请填写窗口名称').max(20),
    from: z.number().int().min(1, '序号从 1 开始'),
    to: z.number().int().min(1),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '止号不能小于起号' });
export type NumberBlock = z.infer<typeof numberBlock>;

/** Of one base; empty where there is one desk, which counts on by itself. */
export const numberBlocks = z
  .array(numberBlock)
  .max(20)
  .superRefine((blocks, context) => {
    const sorted = [...blocks].sort((one, other) => one.from - other.from);
    for (const [index, block] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before && before.to >= block.from) {
        const message = `“${before.desk}”和“${block.desk}”的编号段重叠`;
        context.addIssue({ code: 'custom', message });
      }
    }
  });

/** The blocks of a desk, in their order. */
export function blocksOf(blocks: readonly NumberBlock[], desk: string): NumberBlock[] {
  return blocks.filter((block) => block.desk === desk).sort((one, other) => one.from - other.from);
}

/** The names of the desks, each once. */
export function desksOf(blocks: readonly NumberBlock[]): string[] {
  return [...new Set(blocks.map(({ desk }) => desk))];
}

/** Blocks as a person types them, a line each: `总台 1-50000`. */
export function writeNumberBlocks(blocks: readonly NumberBlock[]): string {
  return blocks.map(({ desk, from, to }) => `${desk} ${from}-${to}`).join('\n');
}

export type ReadBlocks = { ok: true; blocks: NumberBlock[] } | { ok: false; problem: string };

/** Reads them back; `problem` names what is wrong, and where. */
export function readNumberBlocks(text: string): ReadBlocks {
  const blocks: NumberBlock[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const [, desk = '', from, to] = /^(\S+)\s+(\d+)\s*[-–—~至]\s*(\d+)$/.exec(written.trim()) ?? [];
    const read = numberBlock.safeParse({ desk, from: Number(from), to: Number(to) });
    if (!read.success)
      return { ok: false, problem: `第 ${index + 1} 行看不懂，请按“总台 1-50000”的格式填写` };
    blocks.push(read.data);
  }
  const all = numberBlocks.safeParse(blocks);
  return all.success
    ? { ok: true, blocks }
    : { ok: false, problem: all.error.issues[0]?.message ?? '编号段不对' };
}
