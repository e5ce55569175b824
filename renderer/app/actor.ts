import { type Actor, actor } from '../../shared/domain/actor.ts';

const storageKey = 'actor';

/** Who works at this desk. Until there are accounts, the desk remembers it. */
export function readActor(): Actor {
  try {
    return actor.parse(JSON.parse(localStorage.getItem(storageKey) ?? ''));
  } catch {
    return { name: '管理员', roles: ['administrator'] };
  }
}

export function rememberActor(next: Actor): void {
  localStorage.setItem(storageKey, JSON.stringify(next));
}
