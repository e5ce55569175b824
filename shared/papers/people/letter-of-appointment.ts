import type { PrintedDocument } from '../../contract/printed-document.ts';
import { chineseDate } from '../../domain/base/civil-date.ts';
import type { Appointment } from '../../domain/people/appointment.ts';
import { indented, numberLine, seal } from '../blocks.ts';
import { paper } from '../paper.ts';

/** A letter of appointment (聘书) to be sealed and handed over. */
export function letterOfAppointment(issuer: string, appointment: Appointment): PrintedDocument {
  const { number, trainerName, position, subjects, from, until, issuedOn } = appointment;
  const teaching = subjects === '' ? '' : `，承担${subjects}的教学工作`;
  const head = { issuer, name: `聘书 ${number} ${trainerName}`, foot: `聘书 ${number}`, on: issuedOn };
  return paper({ ...head, landscape: true }, [
    { kind: 'banner', title: '聘　书', subtitle: '专业技术人员继续教育' },
    numberLine(number),
    indented(`${trainerName}：`),
    indented(
      `兹聘请您担任${issuer}${position}${teaching}。聘期自${chineseDate(from)}起至${chineseDate(until)}止。`,
    ),
    indented('特发此证。'),
    seal(issuer, issuedOn),
  ]);
}
