import { momentText } from '../../../shared/domain/civil-date.ts';
import { formatDifference } from '../../../shared/domain/money.ts';
import { maskSealed, sealedText } from '../../../shared/domain/sealed-text.ts';

import { wordFor } from './field-words.ts';

/** What a field is called at the desk; one that is not listed is for the app alone and is not shown. */
const fields: Record<string, string> = {
  active: '可以登录',
  address: '地址',
  approval: '批准',
  audience: '培训对象',
  classes: '期数',
  dropped: '不再开设',
  feeFen: '收费标准',
  feeBasis: '收费依据',
  feeItems: '收费项目',
  standardFen: '标准',
  basis: '依据',
  unit: '单位',
  unitFen: '单价',
  amountFen: '金额',
  owedFen: '欠',
  totalFen: '合计',
  fen: '金额',
  quantity: '数量',
  payer: '谁付',
  paid: '实收',
  reductions: '减免和冲减',
  item: '收费项目',
  itemTitle: '收费项目',
  learnerName: '学员',
  classTitle: '培训班',
  lines: '明细',
  partyName: '交款人',
  party: '对方',
  method: '收款方式',
  source: '经费来源',
  direction: '收支',
  category: '用途',
  organiserKind: '主办单位类别',
  contractor: '承办单位',
  commissioner: '委托单位',
  isPublicBenefit: '公益性',
  sharedReason: '合班或共用说明',
  version: '版',
  scope: '培训范围',
  complaints: '监督投诉',
  publishedOn: '公布日期',
  items: '收费项目',
  receiptNumberPattern: '收据编号规则',
  dayArrangements: '节假日安排',
  government: '政府',
  employer: '用人单位',
  learner: '个人',
  society: '社会',
  appointmentNumberPattern: '聘书编号规则',
  archiveNumberPattern: '案卷号规则',
  archiveParts: '归档内容',
  employment: '专兼职',
  origin: '区内外',
  fields: '专业领域',
  subjects: '科目',
  certificates: '资格证书',
  expiresOn: '有效期至',
  photo: '照片',
  bankName: '开户行',
  bankAccount: '银行账号',
  leftOn: '离任日期',
  formerNames: '曾用名',
  employerName: '工作单位',
  position: '岗位',
  from: '自',
  until: '至',
  issuedOn: '签发日期',
  ended: '解聘',
  on: '日期',
  answers: '评分人数',
  documentNumber: '文号',
  squareMetres: '面积（平方米）',
  tenure: '权属',
  premises: '所在场所',
  location: '存放地点',
  edition: '版次',
  author: '作者',
  publisher: '出版社',
  isbn: 'ISBN',
  recommendedBy: '推荐单位',
  endedOn: '停用日期',
  pages: '页数',
  part: '归档内容',
  shelf: '档案部分',
  filed: '归档',
  supplement: '补卷',
  gaps: '缺项',
  keptUntilYear: '保管至',
  box: '盒号',
  shelfPlace: '存放位置',
  filedAt: '归档时间',
  filedBy: '归档人',
  classNumber: '班号',
  baseName: '单位',
  borrower: '借阅人',
  purpose: '事由',
  borrowedOn: '借出日期',
  dueOn: '应还日期',
  returned: '归还',
  firstMonth: '开始月份',
  fundSource: '经费来源',
  lastMonth: '结束月份',
  people: '人数',
  trainer: '授课教师',
  certificateNumber: '证明编号',
  closed: '结班',
  creditCodeReason: '信用代码校验不符的理由',
  duty: '事项',
  evidence: '依据',
  filingDeadlineDays: '结班期限（天）',
  general: '公需学时',
  generalHours: '公需学时',
  hours: '学时',
  issuer: '出具单位',
  issuerKind: '出具单位类型',
  lateness: '迟到',
  partHours: '不足一学时的部分',
  professional: '专业学时',
  professionalHours: '专业学时',
  proof: '证明文件',
  reopenings: '撤销结班',
  replacedBy: '替代它的证书',
  retentionYears: '资料保存（年）',
  toReplace: '待更正',
  transcriptNumberPattern: '学时证明编号规则',
  way: '参加方式',
  year: '年度',
  approvalDate: '批准日期',
  approvalNumber: '批准文号',
  attendanceThresholdPercent: '出勤率要求（%）',
  authority: '批准部门',
  bytes: '大小（字节）',
  capacity: '人数上限',
  certificateNumberPattern: '证书编号规则',
  code: '代码',
  contact: '联系人',
  contactPhone: '联系电话',
  content: '内容',
  counting: '计时方式',
  creditCode: '统一社会信用代码',
  creditHours: '学时',
  date: '日期',
  department: '部门',
  document: '证件',
  education: '学历',
  endDate: '结束日期',
  endTime: '结束时间',
  ethnicity: '民族',
  first: '首次成绩',
  formerDocuments: '曾用证件',
  kind: '类型',
  level: '级别',
  lockAfterMinutes: '自动锁定（分钟）',
  makeUp: '补考成绩',
  maskDocumentNumber: '证件号码隐去中间几位',
  minutes: '分钟',
  mode: '方式',
  name: '名称',
  note: '备注',
  number: '编号',
  organiser: '主办',
  ownership: '所有制',
  passMark: '及格分',
  passwordSetAt: '密码设于',
  passed: '合格',
  phone: '联系电话',
  place: '地点',
  prints: '打印记录',
  reason: '原因',
  regionCode: '地区',
  responsibleTeacher: '班主任',
  result: '结果',
  roles: '身份',
  score: '分数',
  sex: '性别',
  startDate: '开始日期',
  startTime: '开始时间',
  state: '状态',
  status: '出勤',
  subjectKind: '科目类别',
  textbook: '教材',
  title: '名称',
  titleLevel: '职称级别',
  titleSeries: '职称系列',
  topic: '主题',
  trainerName: '授课教师',
  voided: '作废',
};

/** Where a field is called otherwise. */
const ofTable: Record<string, Record<string, string>> = {
  learners: { name: '姓名', title: '职称', number: '学员编号', kind: '证件类型' },
  accounts: { name: '姓名' },
  employers: { name: '单位名称', kind: '单位性质' },
  trainers: { name: '姓名', title: '职称' },
  appointments: { subjects: '承担的教学', trainerName: '教师' },
  trainerScores: { score: '评分' },
  means: { capacity: '容纳人数', kind: '种类', quantity: '数量' },
  filings: { number: '案卷号', kind: '类别' },
  loans: { number: '案卷号', unit: '部门或单位' },
};

/** The label of the last part of a path that has one; null where nothing of it is for people. */
export function fieldLabel(path: readonly string[], table = ''): string | null {
  const known = path.findLast((part) => Object.hasOwn(fields, part));
  return known === undefined ? null : (ofTable[table]?.[known] ?? fields[known] ?? null);
}

export const empty = '（空）';

/** Whether what stands at a place is money: whole 分. */
function isMoney(path: readonly string[]): boolean {
  return path.includes('paid') || /fen$/i.test(path.at(-1) ?? '');
}

/** A value as a person reads it; sealed texts stay masked. @param path where it stands in its row */
export function valueText(value: unknown, path: readonly string[] = []): string {
  if (value === undefined || value === null || value === '') return empty;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return isMoney(path) ? formatDifference(value) : String(value);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return momentText(value);
    return wordFor(value, path) ?? value;
  }
  const sealed = sealedText.safeParse(value);
  if (sealed.success) return maskSealed(sealed.data);
  if (Array.isArray(value))
    return value.length === 0 ? empty : value.map((one) => valueText(one, path)).join('、');
  return Object.entries(value)
    .flatMap(([key, inner]) => {
      const label = fieldLabel([key]);
      const text = valueText(inner, [...path, key]);
      return label === null || text === empty ? [] : [`${label} ${text}`];
    })
    .join('，');
}
