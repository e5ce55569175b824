import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import type { RowVerdict } from '../../exchange/roster/verdicts.ts';

/** What keeps rows of a roster from being imported, a line each, for whoever wrote the file. */
export function rejectedRows(fileName: string, verdicts: readonly RowVerdict[]): WrittenWorkbook {
  const rows = verdicts.flatMap((verdict) =>
    verdict.state === 'rejected'
      ? verdict.problems.map(({ column, reason }) => [String(verdict.row), verdict.name, column, reason])
      : [],
  );
  return {
    name: `${fileName.replace(/\.[^.]+$/, '')} 有误的行`,
    sheet: '有误的行',
    rows: [['行号', '姓名', '栏目', '问题'], ...rows],
  };
}
