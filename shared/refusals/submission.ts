/** What is refused about submissions and what the authority answers, with the sentence for the person at the desk. */
export const submissionRefusals = {
  submissionUnreadable: (at: { name: string; reason: string }) =>
    `${at.name} 不能作为报送包：${at.reason}。没有收下任何内容。`,
  submissionContradicts: (at: { period: string; reason: string }) =>
    `${at.period}的数据自相矛盾，不能报送：${at.reason}。`,
  acknowledgementUnreadable: (at: { name: string; reason: string }) =>
    `${at.name} 不能作为回执：${at.reason}。`,
  acknowledgementForeign: (at: { name: string }) => `${at.name} 不是这里任何一次报送的回执，没有登记。`,
  takenFileDamaged: (at: { path: string; base: string; on: string }) =>
    `${at.on}收下的 ${at.base} 的数据损坏了（${at.path}），没有汇总，以免算错。请在“收取记录”里撤回那一次，核对后重新收下。`,
  authorityNameMissing: () => '请先填写本部门的名称：回执和公钥卡上都要写它。',
  acknowledgementKeyUnknown: (at: { name: string; authority: string }) =>
    `${at.name} 的签名不是已登记的主管部门的。请先登记“${at.authority}”的公钥卡，并核对指纹。`,
  authorityCardUnreadable: (at: { name: string; reason: string }) =>
    `${at.name} 不能作为公钥卡：${at.reason}。没有登记。`,
  periodSubmitted: (at: { periods: string }) =>
    `${at.periods}的统计已经报送，期内的记录已锁定。要改，请先到“统计上报 → 报送”里开始更正，写明原因。`,
  correctionNotOpen: (at: { period: string }) => `${at.period}已经报送过，请先开始更正，写明原因。`,
  correctionChanges: (at: { period: string }) =>
    `${at.period}的数据和上次报送的已经不同，请制作更正的报送包，不能直接结束更正。`,
  submissionStale: (at: { period: string }) => `${at.period}的记录在制作期间变了，请重新制作报送包。`,
  submissionSent: (at: { name: string }) => `${at.name} 已经报送，不能撤回；数据有误请报更正。`,
  pseudonymPhraseMissing: () => '学员明细不记名时，要填写收件单位给的口令。',
  submissionUnchanged: (at: { period: string }) => `${at.period}的数据和上次报送的一样，不用更正。`,
} as const;
