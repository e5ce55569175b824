import type { ElementOf } from './certificate-design.ts';

export const red = '#9e1c21';
export const gold = '#b88f45';
export const ink = '#212126';
export const grey = '#6b6b73';
export const blue = '#1f3a6e';

/** A text as most are: black, upright, from the left. */
export function text(
  about: Pick<ElementOf<'text'>, 'id' | 'x' | 'y' | 'width' | 'height' | 'text' | 'size'> &
    Partial<ElementOf<'text'>>,
): ElementOf<'text'> {
  return {
    kind: 'text',
    least: Math.min(8, about.size),
    color: ink,
    bold: false,
    align: 'left',
    valign: 'top',
    leading: 1.5,
    indent: 0,
    spacing: 0,
    onBlank: false,
    ...about,
  };
}

/** All that a certificate has to state (第22条). */
export const statement =
  '++{姓名}++（{证件类型}：**{证件号码}**），[[工作单位：{工作单位}，]]于**{培训时间}**参加**“{班名}”**（班号：{班号}）的学习，考核结果：**{考核结果}**，**{学时说明}**。\n特发此证。';

export const frame = { kind: 'border', stroke: 2.4, onBlank: false } as const;
