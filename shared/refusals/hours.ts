/** What is refused about hours earned elsewhere and their proofs, with the sentence for the person at the desk. */
export const hoursRefusals = {
  outsideEntryRefused: (at: { name: string; reasons: string }) => `${at.name} 的外部学时：${at.reasons}。`,
  outsideEntryDuplicate: (at: { name: string; why: string }) => `${at.name} 的外部学时重复：${at.why}。`,
  ownCertificate: (at: { number: string }) =>
    `证明编号 ${at.number} 是本基地发的证书，学时已由点名计入，不能再登记为外部学时。`,
  proofMissing: (at: { what: string }) =>
    `${at.what}的证明文件不在这台电脑上。请从备份的第二处取回，或重新扫描后补上。`,
  proofUnknown: (at: { name: string }) => `${at.name} 不是 PDF、JPG 或 PNG，不能作为证明文件。`,
  proofTooLarge: (at: { name: string; limit: string }) =>
    `${at.name} 超过 ${at.limit}。请降低扫描分辨率后再添加。`,
} as const;
