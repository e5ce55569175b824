import { Checkbox, Table, VisuallyHidden } from '@mantine/core';
import type { NoticeLine } from '../../../shared/domain/money/notice.ts';
import { shortSubject } from '../../../shared/domain/teaching/course.ts';
import { basisText, feesText } from '../../../shared/exchange/notice/notice-words.ts';

export interface NoticeLinesProps {
  lines: readonly NoticeLine[];
  /** Present where lines are still chosen. */
  choice?: { isChosen(line: NoticeLine): boolean; onChange(line: NoticeLine, isChosen: boolean): void };
}

/** What a notice says, line by line. */
export function NoticeLines({ lines, choice }: NoticeLinesProps) {
  return (
    <Table aria-label="公示内容" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {choice && (
            <Table.Th w={36}>
              <VisuallyHidden>选择</VisuallyHidden>
            </Table.Th>
          )}
          <Table.Th>培训班（项目）</Table.Th>
          <Table.Th w={56}>科目</Table.Th>
          <Table.Th w={56} ta="right">
            学时
          </Table.Th>
          <Table.Th w={170}>收费项目及标准</Table.Th>
          <Table.Th w={150}>依据</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.classId ?? line.planLineId ?? line.title}>
            {choice && (
              <Table.Td>
                <Checkbox
                  aria-label={`公示 ${line.title}`}
                  checked={choice.isChosen(line)}
                  onChange={(event) => choice.onChange(line, event.currentTarget.checked)}
                />
              </Table.Td>
            )}
            <Table.Td>
              {line.title}
              {line.classId === null && '（计划）'}
            </Table.Td>
            <Table.Td>{shortSubject(line.subjectKind)}</Table.Td>
            <Table.Td ta="right">{line.hours}</Table.Td>
            <Table.Td style={{ whiteSpace: 'pre-line' }}>{feesText(line)}</Table.Td>
            <Table.Td style={{ whiteSpace: 'pre-line' }}>{basisText(line)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
