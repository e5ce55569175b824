/** What each table holds, in words. */
export const tableLabels: Record<string, string> = {
  base: '基地信息',
  employers: '单位',
  learners: '学员',
  courses: '课程',
  classes: '培训班',
  sessions: '课次',
  enrolments: '班级学员',
  attendance: '点名',
  assessments: '成绩',
  certificates: '证书',
  counters: '编号',
  accounts: '账号',
  escrow: '恢复密钥',
  journal: '操作记录',
};
