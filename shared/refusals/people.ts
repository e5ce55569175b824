/** What is refused about learners, employers and trainers, with the sentence for the person at the desk. */
export const peopleRefusals = {
  documentInvalid: (at: { name: string; reason: string }) => `${at.name}：${at.reason}。`,
  sexDiffersFromDocument: (at: { name: string }) => `${at.name}：性别与身份证号不符。`,
  learnerExists: (at: { name: string; lastFour: string }) =>
    `这个证件号码已经登记给 ${at.name}（尾号 ${at.lastFour}）。同一个人只建一条记录。`,
  learnerInUse: (at: { name: string; classes: string }) => `${at.name} 在培训班“${at.classes}”里，不能删除。`,
  rosterChanged: (at: { row: number; name: string }) =>
    `第${at.row}行 ${at.name} 的记录在预览之后有变化。没有导入任何一行，请重新预览。`,
  employerNameTaken: (at: { name: string }) =>
    `单位“${at.name}”已经登记过。如果是同一个单位，请用“合并重复单位”。`,
  employerInUse: (at: { name: string; people: number }) =>
    `“${at.name}”还有 ${at.people} 名学员，不能删除。请先改他们的工作单位，或合并到另一个单位。`,
  mergeWithSelf: () => '请选择两条不同的记录。',
  mergeSharesClass: (at: { classes: string }) =>
    `两条记录都在培训班“${at.classes}”里，合并会混淆点名。请先把其中一条退班。`,
  trainerExists: (at: { name: string }) => `${at.name} 已在教师名册里，一个人只建一条记录。`,
  trainerInUse: (at: { name: string; what: string }) =>
    `${at.name} 有${at.what}，不能删除。不再任教的请填写离任日期。`,
  trainerNotServing: (at: { name: string; date: string }) => `${at.name} 已于 ${at.date} 离任，不能聘任。`,
  appointmentEnded: (at: { number: string }) => `聘书 ${at.number} 已经解聘。`,
  scoreBeyondClass: (at: { title: string; people: number; answers: number }) =>
    `“${at.title}”只有 ${at.people} 名学员，评分人数不能是 ${at.answers}。`,
  trainerNotOfClass: (at: { name: string; title: string }) =>
    `${at.name} 没有给“${at.title}”上过课，请核对课程表里的授课教师。`,
  learnerIsTrainer: (at: { name: string }) => `${at.name} 也在教师名册里，不能删除。请先在“师资”里取消关联。`,
  learnerHasHours: (at: { name: string }) => `${at.name} 有外部学时或学时证明，不能删除。`,
  scoreFromSurvey: (at: { name: string; title: string }) =>
    `${at.name} 在“${at.title}”的评分由评估问卷汇总得来，不能手工改动。`,
  learnerHasCharges: (at: { name: string }) =>
    `${at.name} 有收费记录，不能删除或退班。没有收过款的，请先在“收费”里删除应收；收过款的，请退款。`,
  employerHasCharges: (at: { name: string }) => `“${at.name}”有收费记录，不能删除。请改用合并。`,
  creditCodeDoubtful: () =>
    '统一社会信用代码不正确，请核对 18 位代码。早期的个别代码确实校验不符，可由管理员写明理由后保存。',
} as const;
