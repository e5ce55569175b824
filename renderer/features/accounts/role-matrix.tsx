import { ScrollArea, Table } from '@mantine/core';
import { Fragment } from 'react';
import { type Role, roles } from '../../../shared/domain/base/actor.ts';
import { type Act, acts } from '../../../shared/domain/base/acts.ts';
import { useCapabilities } from '../../components/capabilities-context.tsx';

const everyRole = Object.keys(roles) as Role[];

function MatrixRows({ title, of }: { title: string; of: readonly Act[] }) {
  return (
    <>
      <Table.Tr>
        <Table.Th colSpan={everyRole.length + 1} scope="rowgroup">
          {title}
        </Table.Th>
      </Table.Tr>
      {of.map(({ label, roles: held }) => (
        <Table.Tr key={label}>
          <Table.Td>{label}</Table.Td>
          {everyRole.map((role) => (
            <Table.Td key={role} ta="center">
              {held.includes(role) ? '可以' : ''}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </>
  );
}

/** Who may do what, as the commands themselves say it. */
export function RoleMatrix() {
  const withCommands = useCapabilities().filter(({ commands }) => commands);
  return (
    <ScrollArea h="calc(100dvh - 90px)">
      <Table stickyHeader withRowBorders={false} verticalSpacing={3} aria-label="各身份能做什么">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>操作</Table.Th>
            {everyRole.map((role) => (
              <Table.Th key={role} w={72} ta="center">
                {roles[role]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {withCommands.map(({ label, commands }) => (
            <Fragment key={label}>
              <MatrixRows title={label} of={Object.values(commands ?? {})} />
            </Fragment>
          ))}
          <MatrixRows title="其他" of={Object.values(acts)} />
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
