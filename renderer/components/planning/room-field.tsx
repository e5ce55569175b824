import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';
import { servesOn } from '../../../shared/domain/base/facility.ts';
import { roomFault, roomOf } from '../../../shared/regulation/room-capacity.ts';
import { facilitiesOfKind } from '../../records/facilities/queries.ts';
import { useToday } from '../clock.tsx';
import { useQuery } from '../use-query.ts';

export interface RoomFieldProps {
  place: string;
  learners: number;
  error?: ReactNode;
  onChange(place: string): void;
}

/** Where a session is held: typed, or one of the base's rooms; says where it is too small (第21条). */
export function RoomField({ place, learners, error, onChange }: RoomFieldProps) {
  const today = useToday();
  const rooms = (useQuery(facilitiesOfKind<'room'>, 'room') ?? []).filter((room) => servesOn(room, today));
  const room = roomOf(place, rooms);
  const fault = roomFault(place, learners, rooms);
  return (
    <Autocomplete
      label="地点"
      data={rooms.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) === index)}
      description={
        fault ? <span style={{ color: '#b93815' }}>{fault}</span> : room && `容纳 ${room.capacity} 人`
      }
      error={error}
      value={place}
      onChange={onChange}
    />
  );
}
