/** What is refused about the base and its settings, with the sentence for the person at the desk. */
export const baseRefusals = {
  baseAlreadySetUp: () => '基地信息已经建立，请到“设置”里修改。',
  baseNotSetUp: () => '请先填写基地信息。',
  notEmpty: () => '已有学员、课程或培训班，不能再载入示例数据。',
  patternsAlike: () => '证书、学时证明、收据、聘书、案卷的编号规则不能相同，否则编号分不开。',
} as const;
