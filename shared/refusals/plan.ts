/** What is refused about the teaching plan (第24条), with the sentence for the person at the desk. */
export const planRefusals = {
  planReasonMissing: (at: { year: number }) => `${at.year} 年计划已经报批，改动须写明原因。`,
  planEmpty: (at: { year: number }) => `${at.year} 年计划还没有一项内容，不能报批。`,
  planApprovalMissing: (at: { year: number }) => `登记 ${at.year} 年计划的批准，须填写批准文号、日期和部门。`,
  planNotCarriedOut: (at: { year: number; lines: string }) =>
    `${at.year} 年计划还不能完成：${at.lines} 没有按期数结班，也没有说明不再开设的原因。`,
  planNotApproved: (at: { title: string }) => `计划项目“${at.title}”所在的年度计划还没有批准，不能据此开班。`,
  planLineDropped: (at: { title: string }) => `计划项目“${at.title}”已注明不再开设，不能据此开班。`,
  planLineInUse: (at: { title: string }) =>
    `计划项目“${at.title}”已开出培训班，不能删除。不再开设的请注明原因。`,
  planFinished: (at: { year: number }) => `${at.year} 年计划已经完成，不能再改动。`,
  planLinesUnfounded: (at: { year: number; lines: string }) =>
    `${at.year} 年计划还不能报批（第24条）：${at.lines} 没有写评估依据。请在项目里选上一年的评估结果，或写明依据。`,
  planLowItemsOpen: (at: { year: number; lines: string }) =>
    `${at.year} 年计划还不能报批（第24条）：${at.lines} 有低分项没有改进措施、责任人和期限。`,
} as const;
