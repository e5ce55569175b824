/** What is refused about files that come from elsewhere, with the sentence for the person at the desk. */
export const filesRefusals = {
  fileTooLarge: (at: { name: string; limit: string }) =>
    `${at.name} 超过 ${at.limit}，没有打开。请拆分后再导入。`,
  fileInflates: (at: { name: string; limit: string }) =>
    `${at.name} 解压后过大（上限 ${at.limit}），可能是压缩炸弹，没有打开。`,
  fileDamaged: (at: { name: string }) => `${at.name} 已损坏，无法读取。请让对方重新发送。`,
  fileEncrypted: (at: { name: string }) => `${at.name} 设了密码。请在表格软件里去掉密码后再导入。`,
  fileUnknown: (at: { name: string }) => `${at.name} 不是表格文件。请用 .xlsx、.xls 或 .csv。`,
  fileTooSlow: (at: { name: string }) => `${at.name} 读取超时，没有打开。请另存为新的 .xlsx 再试。`,
} as const;
