import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { employerKinds } from '../../../shared/domain/people/employer.ts';
import { regions } from '../../../shared/domain/people/region.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import type { EmployerInYear } from '../../records/employers/queries.ts';

const unknown = '未填';

/** What the list of employers may be narrowed to. */
export const filters = { all: '全部', short: '有人未达标', atRisk: '有人有风险' } as const;
export type Filter = keyof typeof filters;

export function passes({ states }: EmployerInYear, filter: Filter): boolean {
  const behind = states.atRisk + states.short;
  if (filter === 'all') return true;
  return filter === 'atRisk' ? behind > 0 : behind + states.onPace > 0;
}

/** The columns of the list; the pencil opens what is known of an employer. */
export function columnsWith(onEdit: (employer: EmployerInYear) => void): RecordColumn<EmployerInYear>[] {
  const count = (
    key: string,
    header: string,
    of: (states: EmployerInYear['states']) => number,
  ): RecordColumn<EmployerInYear> => ({
    key,
    header,
    width: 80,
    align: 'right',
    render: ({ states }) => of(states) || '',
  });
  return [
    { key: 'name', header: '单位', render: ({ name }) => name },
    { key: 'people', header: '学员', width: 80, align: 'right', render: ({ people }) => `${people} 人` },
    count('met', '已达标', ({ met }) => met),
    count('onPace', '进行中', ({ onPace }) => onPace),
    count('atRisk', '有风险', ({ atRisk }) => atRisk),
    count('short', '未达标', ({ short }) => short),
    {
      key: 'code',
      header: '统一社会信用代码',
      width: 180,
      render: ({ creditCode }) => creditCode ?? unknown,
    },
    { key: 'kind', header: '性质', width: 96, render: ({ kind }) => (kind ? employerKinds[kind] : unknown) },
    {
      key: 'region',
      header: '盟市',
      width: 110,
      render: ({ regionCode }) => (regionCode ? regions[regionCode] : unknown),
    },
    {
      key: 'edit',
      header: '资料',
      width: 60,
      render: (employer) => (
        <ActionIcon
          variant="subtle"
          color="gray.7"
          aria-label={`修改 ${employer.name} 的资料`}
          onClick={(event) => {
            event.stopPropagation();
            onEdit(employer);
          }}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      ),
    },
  ];
}
