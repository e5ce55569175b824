/** What is refused about the disk, the journal and backups, with the sentence for the person at the desk. */
export const recordsRefusals = {
  diskFailure: (at: { path: string; reason: string }) =>
    `无法写入 ${at.path}：${at.reason}。请检查磁盘空间和权限。`,
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
