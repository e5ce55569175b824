/** What is refused about classes that travel between machines, with the sentence for the person at the desk. */
export const handoverRefusals = {
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
} as const;
