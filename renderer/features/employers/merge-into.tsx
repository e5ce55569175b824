import { Select } from '@mantine/core';
import { confirmAct } from '../../components/confirm.tsx';
import { sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { mergeEmployers } from '../../records/employers/employer-commands.ts';
import type { EmployerInYear } from '../../records/employers/queries.ts';

/** Another spelling of the same employer is merged into this one. */
export function MergeInto({
  employer,
  others,
}: {
  employer: EmployerInYear;
  others: readonly EmployerInYear[];
}) {
  const { execute } = useRecords();
  return (
    <Select
      label="合并重复单位"
      description="选中的单位并入这一个，学员一起转过来"
      placeholder="另一种写法的同一单位"
      searchable
      value={null}
      data={others.map(({ id, name, people }) => ({ value: id, label: `${name}（${people} 人）` }))}
      onChange={(duplicateId) => {
        const duplicate = others.find(({ id }) => id === duplicateId);
        if (!duplicate) return;
        confirmAct({
          title: `合并到 ${employer.name}？`,
          consequence: `${duplicate.name} 的 ${duplicate.people} 名学员转到这个单位，那条单位记录随后删除。已发的证书不变。`,
          act: '合并',
          perform: async () => {
            await execute(mergeEmployers, { keepId: employer.id, duplicateId: duplicate.id });
            sayDone('两个单位已合并');
          },
        });
      }}
    />
  );
}
