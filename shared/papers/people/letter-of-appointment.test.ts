import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { letterOfAppointment } from './letter-of-appointment.ts';

test.each([
  ['测绘', '兹聘请您担任示例基地兼职教师，承担测绘的教学工作。聘期自2026年1月1日起至2028年12月31日止。'],
  ['', '兹聘请您担任示例基地兼职教师。聘期自2026年1月1日起至2028年12月31日止。'],
])('a letter about "%s"', (subjects, sentence) => {
  const letter = letterOfAppointment('示例基地', {
    id: 'appointment-1',
    trainerId: 'trainer-1',
    position: '兼职教师',
    subjects,
    from: '2026-01-01',
    until: '2028-12-31',
    number: 'SSL01-P-2026-0001',
    issuedOn: '2025-12-20',
    by: '周老师',
    trainerName: '高教授',
    ended: null,
  });
  expect(saysOf(letter)).toEqual([
    '聘　书',
    '专业技术人员继续教育',
    '编号：SSL01-P-2026-0001',
    '高教授：',
    sentence,
    '特发此证。',
    '示例基地|2025年12月20日',
  ]);
  expect(letter).toMatchObject({ title: '聘书 SSL01-P-2026-0001 高教授', landscape: true });
});
