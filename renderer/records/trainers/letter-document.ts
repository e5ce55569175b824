import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import type { Appointment } from '../../../shared/domain/people/appointment.ts';

/** A letter of appointment (聘书) to be sealed and handed over. */
export function letterDocument(baseName: string, appointment: Appointment): PrintedDocument {
  const { number, trainerName, position, subjects, from, until, issuedOn } = appointment;
  const teaching = subjects === '' ? '' : `，承担${subjects}的教学工作`;
  return {
    title: `聘书 ${number} ${trainerName}`,
    author: baseName,
    footer: `${baseName}　聘书 ${number}`,
    createdOn: issuedOn,
    landscape: true,
    blocks: [
      { kind: 'banner', title: '聘　书', subtitle: '专业技术人员继续教育' },
      { kind: 'reference', text: `编号：${number}` },
      { kind: 'paragraph', text: `${trainerName}：`, indented: true },
      {
        kind: 'paragraph',
        text: `兹聘请您担任${baseName}${position}${teaching}。聘期自${chineseDate(from)}起至${chineseDate(until)}止。`,
        indented: true,
      },
      { kind: 'paragraph', text: '特发此证。', indented: true },
      { kind: 'seal', issuer: baseName, date: chineseDate(issuedOn) },
    ],
  };
}
