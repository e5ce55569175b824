export interface Person {
  name: string;
  password: string;
}

/** Who works at the desks of the tests. */
export const administrator: Person = { name: '周老师', password: '春风化雨2026' };
/** The teacher on whose laptop a class is marked. */
export const laptopTeacher: Person = { name: '王老师', password: '秋高气爽2026' };
export const teacher: Person = { name: '高老师', password: '高老师的密码2026' };
