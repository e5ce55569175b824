import type { BuildingDesk, Step } from './desk.ts';
import { addPlanLine, advancePlan, editPlanLine } from './product.ts';
import { addSurveyingCourse, lessonOn, openClassOf } from './work.ts';

export const plannedTitle = '测绘地理信息新技术研修班';

export const withCourse: Step = async (desk) => {
  await addSurveyingCourse(desk);
};

/** A plan of this year with one line for 600 yuan, approved. */
export async function approvedPlan({ execute, today }: BuildingDesk, feeBasis: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  await execute(addPlanLine, {
    line: {
      year,
      title: plannedTitle,
      subjectKind: 'professional',
      audience: '测绘、国土系统专业技术人员',
      hours: 30,
      classes: 1,
      people: 50,
      firstMonth: `${year}-03`,
      lastMonth: `${year}-06`,
      trainer: '',
      feeFen: 600_00,
      feeBasis,
      fundSource: 'employer',
      evidence: { runIds: [], stated: '2025 年纸质评估：收回 86 份，满意率 93%' },
    },
    reason: '',
  });
  await execute(advancePlan, { year });
  const authority = '内蒙古自治区人力资源和社会保障厅';
  await execute(advancePlan, { year, approval: { number: '内人社办发〔2026〕8号', date: today, authority } });
}

export async function onlyLine({ database }: BuildingDesk) {
  const [line] = await database.rows.planLines.toArray();
  if (!line) throw new Error('nothing is planned');
  return line;
}

export const planApproved: Step = (desk) => approvedPlan(desk, '');

export const planChanged: Step = async (desk) => {
  const { id, changes: _, dropped: __, ...line } = await onlyLine(desk);
  await desk.execute(editPlanLine, { id, line: { ...line, people: 80 }, reason: '报名踊跃' });
};

export const planOpened: Step = async (desk) => {
  const { id } = await onlyLine(desk);
  await openClassOf(desk, { number: '2026-01', title: plannedTitle, planLineId: id }, [lessonOn(desk.today)]);
};
