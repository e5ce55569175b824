import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { laptopTeacher } from '../people.ts';
import { bytesOf, textOf } from './base64.ts';
import type { BuildingDesk, Step } from './desk.ts';
import { classFileOf, handOverClass, marksFileOf, openHandoverKey, receiveClass } from './product.ts';
import { mark, membersOf, sessionsOf } from './work.ts';

async function classOfToday(desk: BuildingDesk) {
  const of = (await desk.database.rows.classes.toArray()).find(({ number }) => number.endsWith('-02'));
  if (!of) throw new Error('there is no second class');
  const [first] = await sessionsOf(desk, of);
  return { of, first, members: await membersOf(desk, of) };
}

async function produced({ url, name }: { url: string; name: string }) {
  return { name, content: textOf(new Uint8Array(await (await fetch(url)).arrayBuffer())) };
}

/** The class of today goes to a teacher's laptop. */
export const classGiven: Step = async (desk) => {
  const { database, execute, host } = desk;
  const { of } = await classOfToday(desk);
  const content = await classFileOf(database, of.id, '周老师', new Date().toISOString());
  const name = `班级 ${of.number} ${of.title} 给${laptopTeacher.name}`;
  const { file, code } = await host.handovers.makeClass({ name, content });
  await execute(handOverClass, {
    id: content.handoverId,
    classId: of.id,
    with: laptopTeacher.name,
    key: content.key,
  });
  return { classFile: await produced(file), code };
};

/** Meanwhile somebody marks one of them at the base. */
export const givenAndMarked: Step = async (desk) => {
  const { first, members } = await classOfToday(desk);
  await mark(desk, first, members.slice(0, 1));
};

export const laptopFounded: Step = ({ found }) => found(laptopTeacher.name, laptopTeacher.password);

const given = z.object({ classFile: z.object({ name: z.string(), content: z.string() }), code: z.string() });

export const classroom: Step = async ({ facts, host, execute }) => {
  const { classFile, code } = given.parse(facts);
  const source = { name: classFile.name, bytes: bytesOf(classFile.content) };
  const content = await host.handovers.openClass({ jobId: uuid(), source, code });
  await execute(receiveClass, { fileName: classFile.name, content });
};

/** All were there but the first. */
export const classroomMarked: Step = async (desk) => {
  const { database, host } = desk;
  const { of, first, members } = await classOfToday(desk);
  await mark(desk, first, members, { 0: 'absent' });
  const [handover] = await database.rows.handovers.toArray();
  if (!handover?.machine) throw new Error('nothing was received');
  const { machine } = handover;
  const at = new Date().toISOString();
  const content = await marksFileOf(database, { ...handover, machine }, laptopTeacher.name, at);
  const name = `点名 ${of.number} ${laptopTeacher.name}`;
  const key = openHandoverKey(database.vault, handover);
  return { marksFile: await produced((await host.handovers.makeMarks({ name, content, key })).file) };
};
