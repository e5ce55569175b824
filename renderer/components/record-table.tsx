import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import classes from './record-table.module.css';

export interface RecordColumn<Row> {
  key: string;
  header: ReactNode;
  /** Width in pixels; one column without it takes the rest. */
  width?: number;
  align?: 'right' | 'center';
  render(row: Row, index: number): ReactNode;
}

export interface RecordTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly RecordColumn<Row>[];
  rowKey(row: Row): string;
  rowHeight?: number;
  /** Opens a row, by click or Enter. */
  onOpen?(row: Row): void;
  openKey?: string | null;
}

const defaultRowHeight = 40;
/** What the column without a width keeps on a narrow screen, in pixels. */
const narrowestRest = 220;

function narrowest(columns: readonly { width?: number }[]): number {
  return columns.reduce((sum, { width = narrowestRest }) => sum + width, 0);
}

function moveFocus(event: KeyboardEvent<HTMLTableRowElement>): void {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
  const towards = step[event.key as keyof typeof step];
  const next = towards && event.currentTarget[towards];
  if (next instanceof HTMLElement && next.tabIndex === 0) {
    event.preventDefault();
    next.focus();
  }
}

/** A list of records of any length: only the rows in sight are drawn. Arrow keys walk, Enter opens. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const { label, rows, columns, rowKey, rowHeight = defaultRowHeight, onOpen, openKey } = props;
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const visible = virtualizer.getVirtualItems();
  const above = visible[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (visible.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={label}>
      <Table
        miw={narrowest(columns)}
        stickyHeader
        highlightOnHover={onOpen !== undefined}
        layout="fixed"
        aria-rowcount={rows.length}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, header, align }) => (
              <Table.Th key={key} ta={align ?? 'left'}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden />}
          {visible.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <Table.Tr
                key={key}
                h={rowHeight}
                aria-rowindex={index + 1}
                data-open={key === openKey || undefined}
                className={onOpen ? classes.openable : undefined}
                {...(onOpen && {
                  tabIndex: 0,
                  onClick: () => onOpen(row),
                  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
                    if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row);
                    moveFocus(event);
                  },
                })}
              >
                {columns.map((column) => (
                  <Table.Td key={column.key} ta={column.align ?? 'left'} className={classes.cell}>
                    {column.render(row, index)}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden />}
        </Table.Tbody>
      </Table>
    </section>
  );
}
