import { sheetKindOf } from '../roster/header.ts';

/** What the columns of a trainer roster can hold, with the headings people write for it. */
export const trainerFields = {
  name: { label: '姓名', synonyms: ['姓名', '教师姓名', '教师', '专家姓名', '授课教师'] },
  employment: { label: '专职/兼职', synonyms: ['专职/兼职', '专兼职', '专职兼职', '聘用方式', '性质'] },
  origin: { label: '区内/区外', synonyms: ['区内/区外', '区内外', '区内区外', '来源'] },
  employerName: { label: '工作单位', synonyms: ['工作单位', '单位', '所在单位', '单位名称'] },
  title: { label: '职称', synonyms: ['职称', '专业技术职务', '技术职称'] },
  titleLevel: { label: '职称级别', synonyms: ['职称级别', '职称等级', '级别'] },
  fields: { label: '专业领域', synonyms: ['专业领域', '研究方向', '专业', '授课领域', '专业方向'] },
  subjects: { label: '科目', synonyms: ['科目', '授课科目', '科目类别'] },
  phone: { label: '联系电话', synonyms: ['联系电话', '电话', '手机', '手机号'] },
  bankName: { label: '开户行', synonyms: ['开户行', '开户银行', '银行'] },
  bankAccount: { label: '银行账号', synonyms: ['银行账号', '银行卡号', '账号', '卡号'] },
  note: { label: '备注', synonyms: ['备注', '说明'] },
} as const;

export type TrainerField = keyof typeof trainerFields;

export const trainerSheet = sheetKindOf<TrainerField>(trainerFields, 'name');

/** The headings of the template and of the app's own export. */
export const trainerHeadings: string[] = (Object.keys(trainerFields) as TrainerField[]).map(
  (field) => trainerFields[field].label,
);
