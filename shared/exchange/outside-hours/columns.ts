import { sheetKindOf } from '../roster/header.ts';

/** What the columns of a sheet of outside hours can hold, with the headings people write for it. */
export const outsideFields = {
  name: { label: '姓名', synonyms: ['姓名', '学员姓名'] },
  documentNumber: {
    label: '证件号码',
    synonyms: ['证件号码', '证件号', '身份证号', '身份证号码', '公民身份号码', '学员编号'],
  },
  kind: { label: '科目类别', synonyms: ['科目类别', '科目', '类别', '学时类别'] },
  way: { label: '参加方式', synonyms: ['参加方式', '方式', '学习方式', '继续教育方式'] },
  title: {
    label: '内容',
    synonyms: ['内容', '学习内容', '培训内容', '活动名称', '培训名称', '名称', '培训班名称'],
  },
  issuer: { label: '出具单位', synonyms: ['出具单位', '发证单位', '主办单位', '举办单位', '证明单位'] },
  issuerKind: { label: '出具单位类型', synonyms: ['出具单位类型', '单位类型', '发证单位类型'] },
  certificateNumber: { label: '证明编号', synonyms: ['证明编号', '证书编号', '编号', '证书号'] },
  date: { label: '完成日期', synonyms: ['完成日期', '结束日期', '日期', '结业日期', '完成时间'] },
  hours: { label: '学时', synonyms: ['学时', '学时数', '课时', '总学时'] },
  proof: { label: '证明文件', synonyms: ['证明文件', '附件', '扫描件', '文件名', '证明文件名'] },
} as const;

export type OutsideField = keyof typeof outsideFields;

export const outsideSheet = sheetKindOf<OutsideField>(outsideFields, 'hours');

/** The headings of the template; no sample row, which somebody would send back. */
export const outsideTemplate: string[][] = [Object.values(outsideFields).map(({ label }) => label)];
