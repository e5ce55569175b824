/** What is refused about certificates, their designs, blanks and printing, with the sentence for the person at the desk. */
export const certificatesRefusals = {
  certificateInForce: (at: { name: string; number: string }) =>
    `${at.name} 已发证书 ${at.number}，点名和成绩不能再改动。`,
  notEligible: (at: { name: string; reasons: string }) => `${at.name} 不能发证：${at.reasons}。`,
  serialExhausted: (at: { pattern: string }) => `编号规则 ${at.pattern} 的序号位数已用完，请在设置里加位数。`,
  numberTaken: (at: { what: string; number: string }) => `${at.what} ${at.number} 已被使用，请检查编号规则。`,
  nothingToReplace: (at: { number: string }) => `证书 ${at.number} 的内容没有变化，不用更正。`,
  certificateNotInForce: (at: { number: string }) => `证书 ${at.number} 已不是有效证书。`,
  certificateToReplace: (at: { number: string; reason: string }) =>
    `证书 ${at.number} 待更正（${at.reason}），不能再打印。请先更正或作废。`,
  missingCharacters: (at: { name: string; characters: string }) =>
    `${at.name}：字库缺少“${at.characters}”，这张证书没有生成。请核对用字；确实是这个字的，在“证书”的“打印设置”里加入含它的字体。`,
  blankUnknown: (at: { number: string }) => `空白证书 ${at.number} 不在登记的号段里，请核对编号。`,
  blankGone: (at: { number: string }) => `空白证书 ${at.number} 已经用掉或作废了，请核对编号。`,
  blanksSpent: (at: { wanted: number; left: number }) =>
    `要用 ${at.wanted} 张空白证书，从这一号起只剩 ${at.left} 张。没有记下任何一张。`,
  blankMissing: () => '套打用的空白证书有编号登记，请填写第一张用的是哪一号。',
  blanksOverlap: (at: { number: string }) => `空白证书 ${at.number} 已经登记过，号段不能重叠。`,
  blanksTouched: () => '这批空白证书已经用过或作废过，登记不能删除。',
  printedCountWrong: (at: { done: number; all: number }) =>
    `已确认打好 ${at.done} 张，共 ${at.all} 张，请填这两个数之间的张数。`,
  deskUnchosen: () => '证书编号按窗口分段，请先在“证书”的“打印设置”里选这台电脑是哪个窗口。',
  numberBlockSpent: (at: { desk: string }) => `窗口“${at.desk}”的编号段已经用完，请在设置里加一段。`,
  certificatesUnprintable: (at: { count: number; list: string }) =>
    `有 ${at.count} 张证书印不出来：${at.list}。没有生成任何文件。`,
  photoUnreadable: (at: { name: string }) => `${at.name} 不是能打开的照片，请选 JPG 或 PNG。`,
  fontUnreadable: (at: { name: string }) => `${at.name} 不是能用的字体文件，请选 .ttf 或 .otf。`,
  designInUse: (at: { name: string }) => `样式“${at.name}”已发过证书或正在使用，不能删除。`,
  designUnpublished: (at: { name: string }) => `样式“${at.name}”还没有发布，不能使用。`,
  designSealSpace: (at: { name: string; problem: string }) =>
    `样式“${at.name}”${at.problem}：署名和日期上面要留出 50 × 50 毫米盖章。`,
  designUnchanged: (at: { name: string }) => `样式“${at.name}”和上一版一样，不用再发布。`,
  designFieldUnknown: (at: { name: string; field: string }) =>
    `样式“${at.name}”里的 {${at.field}} 不是能填的内容，请从“插入”里选。`,
  designFileUnknown: (at: { name: string }) => `${at.name} 不是证书样式文件，或已损坏，没有导入。`,
  certificateUnprintable: (at: { name: string; problems: string }) =>
    `${at.name} 的证书印不出来：${at.problems}。没有生成任何文件。`,
} as const;
