/** What is refused about courses, classes, sessions, attendance and results, with the sentence for the person at the desk. */
export const classesRefusals = {
  courseInUse: (at: { title: string }) => `课程“${at.title}”已有培训班，不能删除。`,
  classNumberTaken: (at: { number: string }) => `班号 ${at.number} 已被使用，请换一个。`,
  classHasRecords: (at: { title: string }) => `“${at.title}”已有学员或点名记录，不能删除。`,
  sessionsOverlap: (at: { first: string; second: string }) => `课次时间冲突：${at.first} 与 ${at.second}。`,
  tooManyHalfDays: (at: { date: string }) => `${at.date} 的半天活动超过两个，一天只有两个半天（第10条）。`,
  sessionHasMarks: (at: { session: string }) => `${at.session} 已经点名，不能改动日期、时间或删除。`,
  makeUpNotAfter: (at: { session: string }) => `补课须在所补的课次（${at.session}）之后，且不能补一次补课。`,
  classFull: (at: { title: string; capacity: number; wanted: number }) =>
    `“${at.title}”人数上限 ${at.capacity} 人，加入后将有 ${at.wanted} 人。请先调高上限。`,
  alreadyEnrolled: (at: { name: string }) => `${at.name} 已在这个培训班里。`,
  notEnrolled: (at: { name: string }) => `${at.name} 不在这个培训班里。`,
  hasAttendance: (at: { name: string }) => `${at.name} 已有点名、成绩或证书，不能退班。`,
  sessionInFuture: (at: { session: string }) => `${at.session} 还没到上课日期，不能点名。`,
  beforeJoining: (at: { name: string; session: string }) =>
    `${at.name} 从 ${at.session} 起加入，之前的课次不计。`,
  presentElsewhere: (at: { name: string; session: string }) =>
    `${at.name} 同一时间已在“${at.session}”签到，一个人不能同时上两次课。`,
  makeUpFirst: (at: { name: string }) => `${at.name} 还没有首次成绩，不能登记补考。`,
  makeUpAfterPass: (at: { name: string }) => `${at.name} 首次考核已经合格，不需要补考。`,
  classClosed: (at: { title: string }) =>
    `“${at.title}”已经结班，登记的内容不能直接改动。请在“结班”页用“更正”，或由管理员撤销结班。`,
  classNotClosed: (at: { title: string }) => `“${at.title}”还没有结班，请直接修改点名和成绩。`,
  classOpenLines: (at: { title: string; lines: string }) =>
    `“${at.title}”还不能结班（第10条）：${at.lines}。`,
  nothingCorrected: (at: { name: string }) => `${at.name} 的点名和成绩没有变化，不用更正。`,
  timetableConflicts: (at: { conflicts: string }) => `排课冲突：${at.conflicts}。`,
} as const;
