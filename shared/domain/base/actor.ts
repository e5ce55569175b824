import { z } from 'zod';

export const roles = { administrator: '管理员', teacher: '教师', frontDesk: '前台' } as const;
export type Role = keyof typeof roles;

/** Who may do a thing; the ways in which work is divided between the roles of a base. */
export const administratorOnly: readonly Role[] = ['administrator'];
export const whoTeaches: readonly Role[] = ['administrator', 'teacher'];
export const whoServes: readonly Role[] = ['administrator', 'frontDesk'];
export const everybody: readonly Role[] = ['administrator', 'teacher', 'frontDesk'];

/** Who does something: a person may hold several roles. */
export const actor = z.object({
  name: z.string().trim().min(1, '请填写姓名').max(40),
  roles: z.array(z.enum(['administrator', 'teacher', 'frontDesk'])).min(1),
});
export type Actor = z.infer<typeof actor>;

/** Whether someone holds one of these roles. */
export function holdsRole({ roles: held }: Actor, allowed: readonly Role[]): boolean {
  return held.some((role) => allowed.includes(role));
}
