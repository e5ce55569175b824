/** What is refused about accounts, passwords and keys, with the sentence for the person at the desk. */
export const accountsRefusals = {
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
} as const;
