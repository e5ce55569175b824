/**
 * Why something was not done: one line a code, its data named by the parameter. Codes and data
 * cross every border; the sentence is made where a person reads it.
 */
export const refusals = {
  badInput: (at: { where: string; why: string }) => (at.where === '' ? at.why : `${at.where}：${at.why}`),
  notAllowed: (at: { command: string; roles: string }) =>
    `当前身份是${at.roles}，不能${at.command}。请换由有权限的人操作。`,
  notFound: (at: { what: string }) => `${at.what}不存在，可能已被删除。请刷新后再试。`,
  baseAlreadySetUp: () => '基地信息已经建立，请到“设置”里修改。',
  baseNotSetUp: () => '请先填写基地信息。',
  notEmpty: () => '已有学员、课程或培训班，不能再载入示例数据。',
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
  certificateInForce: (at: { name: string; number: string }) =>
    `${at.name} 已发证书 ${at.number}，点名和成绩不能再改动。`,
  notEligible: (at: { name: string; reasons: string }) => `${at.name} 不能发证：${at.reasons}。`,
  serialExhausted: (at: { pattern: string }) => `编号规则 ${at.pattern} 的序号位数已用完，请在设置里加位数。`,
  numberTaken: (at: { number: string }) => `证书编号 ${at.number} 已被使用，请检查编号规则。`,
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
  classClosed: (at: { title: string }) =>
    `“${at.title}”已经结班，登记的内容不能直接改动。请在“结班”页用“更正”，或由管理员撤销结班。`,
  classFiled: (at: { title: string; number: string }) =>
    `“${at.title}”已经归档（${at.number}），不能再改动。确需改动的，请管理员在“档案”页写明原因开补卷。`,
  classNotFiled: (at: { title: string }) => `“${at.title}”还没有归档，请直接修改。`,
  classToClose: (at: { title: string }) =>
    `“${at.title}”还没有结班，不能归档（第10条）。请先在“结班”页结班。`,
  supplementOpen: (at: { title: string }) => `“${at.title}”正在补卷，请先完成或取消。`,
  supplementNotOpen: (at: { title: string }) => `“${at.title}”没有正在进行的补卷。`,
  supplementHasChanges: (at: { title: string; count: number }) =>
    `“${at.title}”补卷期间已有 ${at.count} 次改动，不能取消，请完成补卷。`,
  supplementEmpty: (at: { title: string }) => `“${at.title}”补卷期间没有任何改动，不用补卷。可以取消。`,
  archiveGaps: (at: { title: string; gaps: string }) =>
    `“${at.title}”还缺：${at.gaps}。请补齐，或逐项写明缺少的原因。`,
  archiveMoved: (at: { title: string }) => `“${at.title}”的内容在装订时又有改动，请重新归档。`,
  archiveNumberTaken: (at: { number: string }) => `案卷号 ${at.number} 已被使用，请重新归档。`,
  archivePartUnknown: (at: { part: string }) => `归档内容里没有“${at.part}”这一项，请在设置里核对。`,
  volumeLent: (at: { number: string; borrower: string }) =>
    `案卷 ${at.number} 已借给 ${at.borrower}，还没有归还。`,
  volumeNotLent: (at: { number: string }) => `案卷 ${at.number} 已经归还。`,
  returnBeforeLoan: (at: { date: string }) => `归还日期不能早于借出日期 ${at.date}。`,
  volumeKnown: (at: { number: string }) => `案卷 ${at.number} 已在档案架上，不用再收。`,
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
  classNotClosed: (at: { title: string }) => `“${at.title}”还没有结班，请直接修改点名和成绩。`,
  classOpenLines: (at: { title: string; lines: string }) =>
    `“${at.title}”还不能结班（第10条）：${at.lines}。`,
  nothingCorrected: (at: { name: string }) => `${at.name} 的点名和成绩没有变化，不用更正。`,
  nothingToReplace: (at: { number: string }) => `证书 ${at.number} 的内容没有变化，不用更正。`,
  certificateNotInForce: (at: { number: string }) => `证书 ${at.number} 已不是有效证书。`,
  certificateToReplace: (at: { number: string; reason: string }) =>
    `证书 ${at.number} 待更正（${at.reason}），不能再打印。请先更正或作废。`,
  outsideEntryRefused: (at: { name: string; reasons: string }) => `${at.name} 的外部学时：${at.reasons}。`,
  outsideEntryDuplicate: (at: { name: string; why: string }) => `${at.name} 的外部学时重复：${at.why}。`,
  ownCertificate: (at: { number: string }) =>
    `证明编号 ${at.number} 是本基地发的证书，学时已由点名计入，不能再登记为外部学时。`,
  learnerHasHours: (at: { name: string }) => `${at.name} 有外部学时或学时证明，不能删除。`,
  proofMissing: (at: { what: string }) =>
    `${at.what}的证明文件不在这台电脑上。请从备份的第二处取回，或重新扫描后补上。`,
  fileMissing: (at: { what: string }) => `${at.what}的文件不在这台电脑上。请从备份的第二处取回，或重新添加。`,
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
  scoreFromSurvey: (at: { name: string; title: string }) =>
    `${at.name} 在“${at.title}”的评分由评估问卷汇总得来，不能手工改动。`,
  planLinesUnfounded: (at: { year: number; lines: string }) =>
    `${at.year} 年计划还不能报批（第24条）：${at.lines} 没有写评估依据。请在项目里选上一年的评估结果，或写明依据。`,
  planLowItemsOpen: (at: { year: number; lines: string }) =>
    `${at.year} 年计划还不能报批（第24条）：${at.lines} 有低分项没有改进措施、责任人和期限。`,
  attachmentEmpty: (at: { name: string }) => `${at.name} 是空文件，没有添加。请核对是否扫描或复制完整。`,
  attachmentTooLarge: (at: { name: string; limit: string }) =>
    `${at.name} 超过 ${at.limit}，没有添加。请压缩或拆分后再添加。`,
  attachmentVanished: (at: { name: string }) =>
    `${at.name} 在复制时被移走、改动或占用，没有添加。请确认文件还在，再添加一次。`,
  scannerFolderMissing: (at: { folder: string }) =>
    `打不开扫描文件夹 ${at.folder}。请检查路径，或接好扫描仪。`,
  packageUnknown: () => '这里没有档案清单（manifest.json），不是导出的案卷。',
  packageTooLarge: (at: { name: string }) =>
    `${at.name} 太大，请在下面写出它所在的位置（例如 E:\\档案\\2026.zip）来核对。`,
  packageDamaged: (at: { name: string; files: string }) =>
    `${at.name} 与清单不符，没有收入：${at.files}。请让对方重新导出。`,
  manifestChanged: (at: { file: string }) => `清单 ${at.file} 被改动过，不能据此核对。请让对方重新导出。`,
  proofUnknown: (at: { name: string }) => `${at.name} 不是 PDF、JPG 或 PNG，不能作为证明文件。`,
  proofTooLarge: (at: { name: string; limit: string }) =>
    `${at.name} 超过 ${at.limit}。请降低扫描分辨率后再添加。`,
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
  learnerHasCharges: (at: { name: string }) =>
    `${at.name} 有收费记录，不能删除或退班。没有收过款的，请先在“收费”里删除应收；收过款的，请退款。`,
  employerHasCharges: (at: { name: string }) => `“${at.name}”有收费记录，不能删除。请改用合并。`,
  feeItemCharged: (at: { item: string }) => `“${at.item}”已经计费，不能删除或改名。`,
  noticeEmpty: () => '公示里还没有一项内容。请选择要公示的培训班或计划项目。',
  noticeNotAfter: (at: { last: string; version: number }) =>
    `第 ${at.version} 版公示于 ${at.last} 发布，新一版的日期不能早于它。`,
  noticeLineFeeless: (at: { title: string }) =>
    `“${at.title}”要收费的项目没有写收费依据，不能公示。请先补上文号。`,
  timetableConflicts: (at: { conflicts: string }) => `排课冲突：${at.conflicts}。`,
  patternsAlike: () => '证书、学时证明、收据、聘书、案卷的编号规则不能相同，否则编号分不开。',
  creditCodeDoubtful: () =>
    '统一社会信用代码不正确，请核对 18 位代码。早期的个别代码确实校验不符，可由管理员写明理由后保存。',
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
  submissionUnreadable: (at: { name: string; reason: string }) =>
    `${at.name} 不能作为报送包：${at.reason}。没有收下任何内容。`,
  submissionContradicts: (at: { period: string; reason: string }) =>
    `${at.period}的数据自相矛盾，不能报送：${at.reason}。`,
  receiptUnreadable: (at: { name: string; reason: string }) => `${at.name} 不能作为回执：${at.reason}。`,
  receiptForeign: (at: { name: string }) => `${at.name} 不是这里任何一次报送的回执，没有登记。`,
  handoverUnreadable: (at: { name: string; reason: string }) =>
    `${at.name} 打不开：${at.reason}。没有收入任何内容。`,
  handoverCodeWrong: (at: { name: string }) =>
    `${at.name} 打不开：口令不对，或文件被改动过。请和给您文件的人核对 12 位口令。`,
  handoverForeign: (at: { name: string }) =>
    `${at.name} 不是从这台电脑交出去的班，没有收入。请拿到交出这个班的电脑上收回。`,
  handoverOtherBase: (at: { name: string; base: string }) =>
    `${at.name} 是“${at.base}”的班，和这台电脑上的不是同一个基地，没有收入。`,
  handoverNotClassroom: () => '这台电脑有自己的基地数据，不能再收班级文件。请在只用来点名的电脑上打开它。',
  classroomOnly: (at: { command: string }) =>
    `这台电脑只用来点名，不能${at.command}。请在基地自己的电脑上办。`,
  marksDisputed: (at: { title: string; count: number }) =>
    `“${at.title}”有 ${at.count} 处点名两台电脑记的不一样，还没有决定，不能结班。请到“课程表与点名”里逐条决定。`,
  sharedFolderMissing: (at: { folder: string }) =>
    at.folder === ''
      ? '还没有设好共享文件夹。'
      : `打不开共享文件夹 ${at.folder}，请检查路径，以及网络或 U 盘是否连着。`,
  authorityNameMissing: () => '请先填写本部门的名称：回执和公钥卡上都要写它。',
  receiptKeyUnknown: (at: { name: string; authority: string }) =>
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
  fileTooLarge: (at: { name: string; limit: string }) =>
    `${at.name} 超过 ${at.limit}，没有打开。请拆分后再导入。`,
  fileInflates: (at: { name: string; limit: string }) =>
    `${at.name} 解压后过大（上限 ${at.limit}），可能是压缩炸弹，没有打开。`,
  fileDamaged: (at: { name: string }) => `${at.name} 已损坏，无法读取。请让对方重新发送。`,
  fileEncrypted: (at: { name: string }) => `${at.name} 设了密码。请在表格软件里去掉密码后再导入。`,
  fileUnknown: (at: { name: string }) => `${at.name} 不是表格文件。请用 .xlsx、.xls 或 .csv。`,
  fileTooSlow: (at: { name: string }) => `${at.name} 读取超时，没有打开。请另存为新的 .xlsx 再试。`,
  diskFailure: (at: { path: string; reason: string }) =>
    `无法写入 ${at.path}：${at.reason}。请检查磁盘空间和权限。`,
  journalDamaged: (at: { segment: string; offset: number; reason: string }) =>
    `日志文件 ${at.segment} 在第 ${at.offset} 字节处损坏（${at.reason}）。为免数据出错，已停止写入。请先备份数据文件夹，再联系技术支持。`,
  journalGap: (at: { sequence: number; next: number }) =>
    `日志记到第 ${at.sequence} 条，收到的却是第 ${at.next} 条。已停止写入，请重新打开本软件。`,
  journalForked: (at: { sequence: number }) =>
    `数据库与日志的第 ${at.sequence} 条不是同一条，它们不是同一份数据。已停止写入，请联系技术支持。`,
  notSaved: (at: { reason: string }) => `上一次改动还没有写进日志：${at.reason} 问题解决之前不能继续。`,
  sealBroken: (at: { what: string }) =>
    `${at.what}的加密内容打不开：密钥不符，或数据被改动过。请从备份恢复，或联系技术支持。`,
  keysLocked: () => '请先登录。',
  keysExist: () => '这里已经建立过管理员。请登录。',
  keysMissing: () => '密钥文件丢失或损坏。请用恢复单上的恢复码找回。',
  keyringLost: () => '系统的密钥环已更换，密码打不开密钥。请用恢复单上的恢复码重设密码。',
  notSignedIn: () => '登录已失效，请重新登录。',
  wrongPassword: (at: { seconds: number }) =>
    at.seconds === 0 ? '密码不对。' : `密码不对，${at.seconds} 秒后可以再试。`,
  noPassword: () => '这个账号还没有密码。请管理员在“设置 → 账号”里设一个。',
  tooManyAttempts: (at: { seconds: number }) => `连续输错，请 ${at.seconds} 秒后再试。`,
  recoveryCodeMistyped: () => '恢复码有一处输错了：应为 32 位，分成 8 组。请对照恢复单核对。',
  wrongRecoveryCode: () => '这不是本基地的恢复码。请核对恢复单上的基地和日期。',
  accountNotKnown: () => '这个账号已停用或不存在，不能登录。请联系管理员。',
  accountsExist: () => '已有账号，请由管理员添加。',
  accountNameTaken: (at: { name: string }) => `账号“${at.name}”已存在。同名的人请加上部门或编号。`,
  lastAdministrator: (at: { name: string }) =>
    `${at.name} 是唯一的管理员，不能停用或去掉管理员身份。请先添加另一位管理员。`,
  backupDamaged: (at: { name: string }) =>
    `备份 ${at.name} 读不出来：文件损坏或不完整。请换一份备份，或从第二处取。`,
  backupLocked: (at: { name: string }) => `备份 ${at.name} 要用恢复码或备份口令打开。请输入。`,
  backupSecretWrong: (at: { name: string }) =>
    `恢复码或口令打不开备份 ${at.name}。请核对恢复单是不是这个基地的、在备份之前印的。`,
  notUndoable: (at: { what: string }) => `“${at.what}”不能撤销。请用相应的功能改正。`,
  changedSince: (at: { what: string }) =>
    `“${at.what}”之后，同一处又有改动，不能撤销。请先撤销后面的改动，或直接改正。`,
  cannotOpen: (at: { path: string }) => `这台电脑上没有能打开它的程序。文件在：${at.path}`,
  cancelled: () => '已取消。',
  hostUnreachable: () => '与主程序的连接断开了。数据仍在本机，请重新打开本软件。',
  internal: (at: { what: string }) =>
    `程序出错：${at.what}。没有保存任何改动，请重试；如再出现请告诉技术支持。`,
} as const;

export type RefusalCode = keyof typeof refusals;
export type RefusalData<Code extends RefusalCode> =
  Parameters<(typeof refusals)[Code]> extends [infer Data] ? Data : undefined;

/** A refusal as it crosses a border. */
export interface RefusalMessage {
  code: string;
  data: unknown;
}

/** Thrown where something is refused; `message` is the Chinese sentence for the person at the desk. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly data: unknown,
    message: string,
  ) {
    super(message);
  }
}

function sentence(code: RefusalCode, data: unknown): string {
  return (refusals[code] as (at: unknown) => string)(data);
}

/** The refusal with this code; its data is typed by the catalogue. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  ...[data]: RefusalData<Code> extends undefined ? [] : [RefusalData<Code>]
): Refusal {
  return new Refusal(code, data, sentence(code, data));
}

/** The message of anything thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Anything thrown as a refusal; an unforeseen error keeps only its message. */
export function asRefusal(thrown: unknown): Refusal {
  return thrown instanceof Refusal ? thrown : refusal('internal', { what: messageOf(thrown) });
}

/** What crosses a border for anything thrown. */
export function toRefusalMessage(thrown: unknown): RefusalMessage {
  const { code, data } = asRefusal(thrown);
  return { code, data };
}

/** The refusal a message stands for. */
export function fromRefusalMessage({ code, data }: RefusalMessage): Refusal {
  if (!Object.hasOwn(refusals, code)) return refusal('internal', { what: code });
  return new Refusal(code as RefusalCode, data, sentence(code as RefusalCode, data));
}
