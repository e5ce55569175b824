import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { civilDate } from '../../../shared/domain/base/civil-date.ts';
import { type Appointment, appointmentDetails } from '../../../shared/domain/people/appointment.ts';
import { isInService } from '../../../shared/domain/people/trainer.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { takeNumber } from '../numbering/take-numbers.ts';
import { nameTrainers } from '../sealing/trainer-rows.ts';

/**
 * Appoints a trainer for a period, under the next number of the year (第23条).
 * @throws Refusal trainerNotServing, serialExhausted, numberTaken
 */
export const appointTrainer = defineCommand({
  name: 'appointTrainer',
  label: '聘任教师',
  event: 'trainerAppointed',
  roles: administratorOnly,
  input: appointmentDetails,
  async perform(details, context) {
    const { database, write, newId, today, actor } = context;
    const stored = await mustGet(database, 'trainers', details.trainerId, '教师');
    const trainerName = (await nameTrainers(database, [stored]))[0]?.name ?? '';
    if (!isInService(stored, details.from)) {
      throw refusal('trainerNotServing', { name: trainerName, date: stored.leftOn ?? '' });
    }
    const appointment: Appointment = {
      ...details,
      id: newId(),
      number: await takeNumber(context, 'appointment', today),
      issuedOn: today,
      by: actor.name,
      trainerName,
      ended: null,
    };
    await write.put('appointments', appointment);
    return appointment;
  },
});

/** Ends an appointment before its time; the letter keeps its number. @throws Refusal appointmentEnded */
export const endAppointment = defineCommand({
  name: 'endAppointment',
  label: '解聘',
  event: 'appointmentEnded',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), on: civilDate, reason: z.string().trim().min(2, '请写明原因').max(200) }),
  refuseUndo: async () => undefined,
  async perform({ id, on, reason }, { database, write, actor }) {
    const appointment = await mustGet(database, 'appointments', id, '聘书');
    if (appointment.ended) throw refusal('appointmentEnded', { number: appointment.number });
    await write.put('appointments', { ...appointment, ended: { on, reason, by: actor.name } });
  },
});
