/** What a roster's columns can hold, with the headings employers write for it. */
export const rosterFields = {
  name: { label: '姓名', synonyms: ['姓名', '学员姓名', '名字', '参训人员', '参训人员姓名', '人员姓名'] },
  sex: { label: '性别', synonyms: ['性别'] },
  ethnicity: { label: '民族', synonyms: ['民族', '族别'] },
  documentKind: { label: '证件类型', synonyms: ['证件类型', '证件种类', '证件名称', '身份证件类型'] },
  documentNumber: {
    label: '证件号码',
    synonyms: [
      '身份证号',
      '身份证号码',
      '公民身份号码',
      '公民身份证号码',
      '居民身份证号',
      '居民身份证号码',
      '身份证',
      '证件号',
      '证件号码',
      '身份证件号码',
      '有效证件号码',
    ],
  },
  employer: {
    label: '工作单位',
    synonyms: ['工作单位', '单位', '单位名称', '所在单位', '用人单位', '工作单位名称', '现工作单位'],
  },
  department: { label: '部门', synonyms: ['部门', '所在部门', '科室', '处室', '工作部门'] },
  titleSeries: { label: '职称系列', synonyms: ['职称系列', '系列', '专业技术系列', '职称专业'] },
  title: {
    label: '职称',
    synonyms: [
      '职称',
      '职称名称',
      '专业技术职务',
      '专业技术职务名称',
      '专业技术职称',
      '专业技术资格',
      '专业技术资格名称',
      '现任专业技术职务',
    ],
  },
  titleLevel: {
    label: '职称级别',
    synonyms: ['职称级别', '级别', '职称等级', '专业技术职务级别', '专业技术职务等级', '专业技术资格级别'],
  },
  education: { label: '学历', synonyms: ['学历', '文化程度', '最高学历'] },
  phone: {
    label: '联系电话',
    synonyms: [
      '联系电话',
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '联系方式',
      '电话号码',
      '移动电话',
      '联系手机',
    ],
  },
} as const;

export type RosterField = keyof typeof rosterFields;

/** Which column (zero-based) holds which field. */
export type ColumnMapping = Partial<Record<RosterField, number>>;

/** A heading as it is compared: without spaces, remarks in brackets and punctuation. */
export function normalizeHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(/[\s\u200b\ufeff*:：、，,。.★※]/g, '');
}
