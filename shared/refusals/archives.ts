/** What is refused about teaching archives and the files in them, with the sentence for the person at the desk. */
export const archivesRefusals = {
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
  fileMissing: (at: { what: string }) => `${at.what}的文件不在这台电脑上。请从备份的第二处取回，或重新添加。`,
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
} as const;
