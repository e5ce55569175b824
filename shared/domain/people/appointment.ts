import { z } from 'zod';
import { type CivilDate, civilDate } from '../base/civil-date.ts';

/** What a letter of appointment (聘书) states. */
export const appointmentDetails = z
  .object({
    trainerId: z.uuid(),
    position: z.string().trim().min(2, '请填写聘任岗位').max(40),
    subjects: z.string().trim().max(120),
    from: civilDate,
    until: civilDate,
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: '聘期结束不能早于开始' });
export type AppointmentDetails = z.infer<typeof appointmentDetails>;

export interface Appointment extends AppointmentDetails {
  id: string;
  number: string;
  issuedOn: CivilDate;
  by: string;
  /** The name the letter was printed with. */
  trainerName: string;
  ended: { on: CivilDate; reason: string; by: string } | null;
}

/** Whether an appointment is in force on a day. */
export function isAppointedOn({ from, until, ended }: Appointment, day: CivilDate): boolean {
  return from <= day && day <= until && (ended === null || day <= ended.on);
}
