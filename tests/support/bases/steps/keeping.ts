import { teacher } from '../people.ts';
import type { Step } from './desk.ts';
import { addAccount, addCourse, recordPasswordReset } from './product.ts';

const course = { subjectKind: 'professional', content: '内容', creditHours: 24, textbook: '' } as const;

/** A backup was made; one course was added after it. */
export const backedUp: Step = async ({ database, execute, host }) => {
  const content = await database.rows.proofs.get('content');
  await host.backups.make({ reason: 'manual' });
  await execute(addCourse, { ...course, title: '备份之后的课' });
  return { proofAtBackup: content?.tables };
};

export const teacherAdded: Step = async ({ execute, host, session }) => {
  const { id, name } = await execute(addAccount, { name: teacher.name, roles: ['teacher'] });
  await host.keys.setPassword({ session: session(), person: { id, name }, password: teacher.password });
  await execute(recordPasswordReset, { id });
};

export const firstCourse: Step = async ({ execute }) => {
  await execute(addCourse, { ...course, title: '第一门' });
};
