/** What is refused about surveys, their codes and answers, with the sentence for the person at the desk. */
export const surveysRefusals = {
  boxMissing: () =>
    '这次调查的票箱不在这台电脑上，答卷在开始收集的那台电脑里。请在那台电脑上继续，或从备份的第二处取回。',
  boxShut: () => '这次调查已经停止收集。',
  codeMistyped: (at: { code: string }) => `码 ${at.code} 不对：应为 9 位数字，请核对有没有输错。`,
  codeUnknown: (at: { code: string }) => `没有发过码 ${at.code}，请核对是不是这次调查的。`,
  codeSpent: (at: { code: string }) => `码 ${at.code} 已经用过，一张码只能填一次。`,
  codeTwice: (at: { code: string; first: string; second: string }) =>
    `${at.first} 和 ${at.second} 用了同一个码 ${at.code}，一张码只能填一次。`,
  codeMissing: (at: { where: string }) => (at.where === '' ? '请输入码。' : `${at.where}：没有码。`),
  answersCounted: (at: { what: string }) => `${at.what} 已经收过，没有再算一次。`,
  answerFileUnknown: (at: { name: string }) => `${at.name} 不是答卷文件，或没有存完整。请向填写人另要一份。`,
  answerFileOfOther: (at: { name: string }) => `${at.name} 是另一次调查的答卷，请到那一次里导入。`,
  answerFileChanged: (at: { name: string }) =>
    `${at.name} 被改动过，或不是发出去的表单填的，不能计入。请用表单重新填写。`,
  pileIncomplete: (at: { forms: number; first: number; second: number }) =>
    `这一摞共 ${at.forms} 份，第一遍录了 ${at.first} 份，第二遍录了 ${at.second} 份。录完两遍才能收入。`,
  pileDiffers: (at: { form: number }) => `第 ${at.form} 份两遍录得不一样，请对照纸质表改正。`,
  surveyInUse: (at: { title: string }) => `“${at.title}”已经发放过，不能删除。`,
  surveyUnpublished: (at: { title: string }) => `“${at.title}”还没有发布，不能发放。`,
  surveyUnchanged: (at: { title: string }) => `“${at.title}”和上一版一样，不用再发布。`,
  runClosed: (at: { title: string }) => `“${at.title}”已经结束收集。`,
  runNotClosed: (at: { title: string }) => `“${at.title}”还在收集，没有结果。请先结束收集。`,
  runCounted: (at: { title: string }) => `“${at.title}”的这一箱答卷已经计入，没有再算一次。`,
  runHasAnswers: (at: { title: string }) => `“${at.title}”已有答卷，不能删除。`,
  lotTooSmall: (at: { title: string; answers: number }) =>
    `“${at.title}”补收的只有 ${at.answers} 份。少于 5 份时，谁补交的就能看出他怎么答，所以不能单独计入。请再收几份。`,
  givenBelowAnswers: (at: { title: string; given: number; answers: number }) =>
    `“${at.title}”收回 ${at.answers} 份，比发出的 ${at.given} 份还多。请核对发出的份数。`,
  tooFewAnswers: (at: { title: string }) => `“${at.title}”不到 5 份答卷，为免看出是谁，不能导出明细。`,
} as const;
