import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Learner } from '../../../shared/domain/people/learner.ts';
import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import {
  type ClassFile,
  classFile,
  type ListedLearner,
} from '../../../shared/exchange/handover/class-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { writeNewBase } from '../base/new-base.ts';
import { sealHandoverKey } from '../sealing/handover-keys.ts';
import { toLearnerRow } from '../sealing/learner-rows.ts';

/** A learner as far as the class file says who it is. */
function learnerFrom(listed: ListedLearner): Learner {
  return {
    ...listed,
    ethnicity: '',
    formerDocuments: [],
    employerId: null,
    department: '',
    titleSeries: '',
    title: '',
    titleLevel: 'none',
    education: '',
    phone: '',
    mongolianName: '',
    photo: null,
  };
}

/** The class without what only the base's own machine knows. */
function classFrom({ trainingClass }: ClassFile): ClassFile['trainingClass'] {
  return {
    ...trainingClass,
    planLineId: null,
    feeItems: [],
    noticeId: null,
    closed: null,
    filed: null,
    supplement: null,
    reopenings: [],
  };
}

/**
 * Receives a class to be marked here, on a machine that does nothing else. The same class again brings its roster
 * and timetable up to date; marks made here stay.
 * @throws Refusal handoverNotClassroom, handoverOtherBase
 */
export const receiveClass = defineCommand({
  name: 'receiveClass',
  label: '收下班级文件',
  event: 'classReceived',
  roles: administratorOnly,
  atClassroom: true,
  input: z.object({ fileName: z.string(), content: classFile }),
  async perform({ fileName, content }, context) {
    const { database, write, newId, at, actor } = context;
    const { base: from, handoverId, trainingClass } = content;
    const base = await database.rows.base.get('base');
    if (base && !base.isClassroom) throw refusal('handoverNotClassroom');
    if (base && base.profile.code !== from.profile.code)
      throw refusal('handoverOtherBase', { name: fileName, base: from.profile.name });
    if (base) await write.put('base', { ...base, ...from });
    else await writeNewBase({ ...from, isClassroom: true }, context);
    await write.put('courses', content.course);
    await write.put('classes', classFrom(content));
    await write.put('sessions', ...content.sessions);
    await write.put('enrolments', ...content.enrolments);
    const known = await database.rows.learners.bulkGet(content.learners.map(({ id }) => id));
    const rows = content.learners.map((listed, index) =>
      toLearnerRow(database.vault, learnerFrom(listed), known[index]),
    );
    await write.put('learners', ...rows);
    for (const { sessionId, marks } of content.attendance) {
      const here = await database.rows.attendance.get(sessionId);
      await write.put('attendance', {
        sessionId,
        classId: trainingClass.id,
        marks: { ...marks, ...here?.marks },
        walkIns: here?.walkIns ?? {},
      });
    }
    const handover: Handover = {
      id: handoverId,
      classId: trainingClass.id,
      with: content.from,
      at,
      by: actor.name,
      key: sealHandoverKey(database.vault, handoverId, content.key),
      machine: (await database.rows.handovers.get(handoverId))?.machine ?? newId(),
      returned: {},
    };
    await write.put('handovers', handover);
    return handover;
  },
});
