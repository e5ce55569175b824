/** What is refused about fees, receipts and fee disclosure, with the sentence for the person at the desk. */
export const moneyRefusals = {
  authorityCharges: (at: { title: string }) =>
    `“${at.title}”由人社部门或行业主管部门直接举办，不得收取任何费用，教材费、证书费也不行（第26条）。请把收费改为 0，或核对主办单位类别。`,
  feeNotListed: (at: { title: string; item: string }) =>
    `“${at.title}”的收费项目里没有“${at.item}”。请先在培训班的“收费”页添加。`,
  feeNotDisclosed: (at: { title: string; item: string }) =>
    `“${at.title}”的“${at.item}”没有公示，不能收取（第22条）。请先在“收费公示”里发布。`,
  feeAboveStandard: (at: { title: string; item: string; asked: string; standard: string }) =>
    `“${at.title}”的“${at.item}”要收 ${at.asked} 元，高于标准 ${at.standard} 元，不能收取（第22条）。`,
  feeTooManyUnits: (at: { title: string; item: string; name: string; quantity: number; limit: number }) =>
    `${at.name} 在“${at.title}”的“${at.item}”最多计 ${at.limit} 份，不能计 ${at.quantity} 份。`,
  feeChargedTwice: (at: { title: string; item: string; name: string; charged: string }) =>
    `${at.name} 在“${at.title}”的“${at.item}”已计 ${at.charged} 元，再计就超过标准。`,
  beforeNotice: (at: { what: string; date: string; publishedOn: string }) =>
    `${at.what}：日期 ${at.date} 早于收费公示 ${at.publishedOn}，公示之前不能收费（第22条）。请核对日期。`,
  dateInFuture: (at: { what: string; date: string }) => `${at.what}的日期 ${at.date} 还没有到，请核对。`,
  paidTooMuch: (at: { name: string; item: string; owed: string; asked: string }) =>
    `${at.name} 的“${at.item}”还欠 ${at.owed} 元，不能收 ${at.asked} 元。`,
  waivedTooMuch: (at: { name: string; item: string; owed: string; asked: string }) =>
    `${at.name} 的“${at.item}”还欠 ${at.owed} 元，不能减免 ${at.asked} 元。`,
  refundedTooMuch: (at: { number: string; name: string; left: string; asked: string }) =>
    `收据 ${at.number} 里 ${at.name} 可退 ${at.left} 元，不能退 ${at.asked} 元。`,
  refundBeforePayment: (at: { number: string; date: string }) =>
    `收据 ${at.number} 是 ${at.date} 收的款，退款日期不能更早。`,
  grantIsCharge: (at: { title: string }) =>
    `“${at.title}”：个人和单位交的钱请用“计费、收款”，受收费公示约束（第22条）；这里只登记政府和社会的拨款资助。`,
  receiptNotInForce: (at: { number: string }) => `收据 ${at.number} 已作废，或不是收款收据。`,
  receiptRefunded: (at: { number: string }) => `收据 ${at.number} 已经退过款，不能作废。请先作废退款收据。`,
  chargeGivenUp: (at: { number: string }) =>
    `退款收据 ${at.number} 冲减的费用之后又有变动，不能作废。请先作废之后的收据，或重新收款。`,
  chargeHasMoney: (at: { name: string; item: string }) =>
    `${at.name} 的“${at.item}”已有收款、退款或减免，不能删除。请用退款或减免。`,
  feeItemCharged: (at: { item: string }) => `“${at.item}”已经计费，不能删除或改名。`,
  noticeEmpty: () => '公示里还没有一项内容。请选择要公示的培训班或计划项目。',
  noticeNotAfter: (at: { last: string; version: number }) =>
    `第 ${at.version} 版公示于 ${at.last} 发布，新一版的日期不能早于它。`,
  noticeLineFeeless: (at: { title: string }) =>
    `“${at.title}”要收费的项目没有写收费依据，不能公示。请先补上文号。`,
} as const;
