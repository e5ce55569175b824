import { titleLevels } from '../../../shared/domain/people/learner.ts';
import {
  describeShortfall,
  requiredHours,
  yearlyStanding,
} from '../../../shared/regulation/yearly-requirement.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { StandingBadge } from '../../components/standing-badge.tsx';
import type { LearnerStanding } from '../../records/yearly-hours/queries.ts';

/**
 * The columns of a list of standings (第11条).
 * @param employerNames where people of several employers are listed
 */
export function columnsFor(
  employerNames: ReadonlyMap<string, string> | null,
): RecordColumn<LearnerStanding>[] {
  const employer: RecordColumn<LearnerStanding> = {
    key: 'employer',
    header: '工作单位',
    width: 220,
    render: ({ learner }) => employerNames?.get(learner.employerId ?? '') ?? '',
  };
  return employerNames === null ? columns : columns.toSpliced(3, 1, employer);
}

const columns: RecordColumn<LearnerStanding>[] = [
  { key: 'index', header: '序号', width: 60, align: 'right', render: (_, index) => index + 1 },
  { key: 'name', header: '姓名', width: 130, render: ({ learner }) => learner.name },
  { key: 'lastFour', header: '尾号', width: 70, render: ({ learner }) => learner.lastFour },
  { key: 'level', header: '职称级别', width: 90, render: ({ learner }) => titleLevels[learner.titleLevel] },
  {
    key: 'general',
    header: '公需',
    width: 80,
    align: 'right',
    render: ({ hours }) => `${hours.general}/${requiredHours.general}`,
  },
  {
    key: 'professional',
    header: '专业',
    width: 80,
    align: 'right',
    render: ({ hours }) => `${hours.professional}/${requiredHours.professional}`,
  },
  {
    key: 'total',
    header: '合计',
    width: 80,
    align: 'right',
    render: ({ hours }) => <b>{`${hours.general + hours.professional}/${requiredHours.total}`}</b>,
  },
  { key: 'state', header: '状态', width: 100, render: ({ state }) => <StandingBadge state={state} /> },
  {
    key: 'short',
    header: '还差 / 达标日期',
    render: ({ hours, metOn }) => metOn ?? describeShortfall(yearlyStanding(hours)),
  },
];
