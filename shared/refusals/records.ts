/** What is refused about the disk, the journal and backups, with the sentence for the person at the desk. */
export const recordsRefusals = {
  diskFailure: (at: { path: string; reason: string }) =>
    `无法写入 ${at.path}：${at.reason}。请检查磁盘空间和权限。`,
  diskUnreadable: (at: { path: string; reason: string }) =>
    `无法读取 ${at.path}：${at.reason}。请检查磁盘和权限后再试。`,
  settingsUnreadable: (at: { path: string; reason: string }) =>
    `设置文件 ${at.path} 读不出来（${at.reason}）。为免把设过的忘掉，没有改动它。请从备份里恢复这个文件；没有备份，就把它改名留存，再重新设置。`,
  keyFileUnusable: (at: { path: string; reason: string }) =>
    `密钥文件 ${at.path} 不能用（${at.reason}）。为免换成另一把密钥，没有改动它。请从备份里恢复这个文件。确实找不回来，才把它改名留存，再打开本软件：会另做一把密钥，各单位要重新登记公钥卡。`,
  logDamaged: (at: { path: string; line: number; reason: string }) =>
    `记录文件 ${at.path} 第 ${at.line} 行损坏（${at.reason}）。为免算错或漏记，没有改动它，也不再写入。请从备份里恢复这个文件，或联系技术支持。`,
  journalDamaged: (at: { segment: string; offset: number; reason: string }) =>
    `日志文件 ${at.segment} 在第 ${at.offset} 字节处损坏（${at.reason}）。为免数据出错，已停止写入。请先备份数据文件夹，再联系技术支持。`,
  journalGap: (at: { sequence: number; next: number }) =>
    `日志记到第 ${at.sequence} 条，收到的却是第 ${at.next} 条。已停止写入，请重新打开本软件。`,
  journalForked: (at: { sequence: number }) =>
    `数据库与日志的第 ${at.sequence} 条不是同一条，它们不是同一份数据。已停止写入，请联系技术支持。`,
  notSaved: (at: { reason: string }) => `上一次改动还没有写进日志：${at.reason} 问题解决之前不能继续。`,
  backupDamaged: (at: { name: string }) =>
    `备份 ${at.name} 读不出来：文件损坏或不完整。请换一份备份，或从第二处取。`,
  backupLocked: (at: { name: string }) => `备份 ${at.name} 要用恢复码或备份口令打开。请输入。`,
  backupSecretWrong: (at: { name: string }) =>
    `恢复码或口令打不开备份 ${at.name}。请核对恢复单是不是这个基地的、在备份之前印的。`,
} as const;
