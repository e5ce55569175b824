import type { FacilityOf } from '../domain/base/facility.ts';

/** The room of the register that a session's place names; none where it names another place. */
export function roomOf(place: string, rooms: readonly FacilityOf<'room'>[]): FacilityOf<'room'> | undefined {
  const tidy = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
  const wanted = tidy(place);
  if (wanted === '') return undefined;
  return rooms.find(({ name, premises }) => tidy(name) === wanted || tidy(premises + name) === wanted);
}

/** Why a room is too small for a class; null where it is not, or is not known (第21条). */
export function roomFault(
  place: string,
  learners: number,
  rooms: readonly FacilityOf<'room'>[],
): string | null {
  const room = roomOf(place, rooms);
  if (!room || learners <= room.capacity) return null;
  return `${room.name}容纳 ${room.capacity} 人，本班 ${learners} 人`;
}
