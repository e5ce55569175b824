/** What is refused about whatever may be asked of any capability, with the sentence for the person at the desk. */
export const generalRefusals = {
  badInput: (at: { where: string; why: string }) => (at.where === '' ? at.why : `${at.where}：${at.why}`),
  notAllowed: (at: { command: string; roles: string }) =>
    `当前身份是${at.roles}，不能${at.command}。请换由有权限的人操作。`,
  notFound: (at: { what: string }) => `${at.what}不存在，可能已被删除。请刷新后再试。`,
  notUndoable: (at: { what: string }) => `“${at.what}”不能撤销。请用相应的功能改正。`,
  changedSince: (at: { what: string }) =>
    `“${at.what}”之后，同一处又有改动，不能撤销。请先撤销后面的改动，或直接改正。`,
  cannotOpen: (at: { path: string }) => `这台电脑上没有能打开它的程序。文件在：${at.path}`,
  cancelled: () => '已取消。',
  hostUnreachable: () => '与主程序的连接断开了。数据仍在本机，请重新打开本软件。',
  internal: (at: { what: string }) =>
    `程序出错：${at.what}。没有保存任何改动，请重试；如再出现请告诉技术支持。`,
} as const;
