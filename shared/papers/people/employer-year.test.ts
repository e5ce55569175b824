import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import type { Employer } from '../../domain/people/employer.ts';
import {
  type EmployerYearReport,
  employerYearPaper,
  employerYearWorkbook,
  type StandingLine,
} from './employer-year.ts';

const employer: Employer = {
  id: 'employer-1',
  name: '测绘院',
  creditCode: '121500004600000001',
  regionCode: '1501',
  kind: 'institution',
  ownership: 'public',
  contact: '',
  contactPhone: null,
  creditCodeReason: '',
};
const met: StandingLine = {
  learner: { name: '张三', lastFour: '1230', titleLevel: 'intermediate', employerId: 'employer-1' },
  hours: { general: 30, professional: 60 },
  metOn: '2026-10-01',
  state: 'met',
};
const short: StandingLine = {
  learner: { name: '李四', lastFour: '0017', titleLevel: 'none', employerId: 'employer-1' },
  hours: { general: 4, professional: 20 },
  metOn: null,
  state: 'atRisk',
};

function reportOf(about: Partial<EmployerYearReport> = {}): EmployerYearReport {
  return {
    issuer: '示例基地',
    employer,
    employerNames: new Map([['employer-1', '测绘院']]),
    year: 2026,
    filter: 'all',
    standings: [met, short],
    everybody: [met, short],
    today: '2026-11-24',
    ...about,
  };
}

test('第11条: an employer reads who of its people has the hours and what others lack', () => {
  const paper = employerYearPaper(reportOf());
  const says = saysOf(paper);
  expect(says.slice(0, 3)).toEqual([
    '2026年度专业技术人员继续教育学时情况',
    '单位：测绘院（统一社会信用代码 121500004600000001，事业单位，呼和浩特市）',
    '示例基地登记的 2026 年度学时，截至 2026年11月24日。共 2 人，已达标 1 人，未达标 1 人。',
  ]);
  expect(says.slice(4, 6)).toEqual([
    '序号|姓名|证件尾号|职称级别|公需|专业|合计|状态|还差|达标日期',
    '1|张三|1230|中级|30|60|90|已达标||2026-10-01',
  ]);
  expect(says.at(-2)).toBe('|合计||2 人|34|80|114|||');
  expect(paper).toMatchObject({ title: '测绘院 2026年度学时情况', footer: '示例基地', landscape: false });
});

test('of everybody the employer is said in each row; a filter is said in name and text', () => {
  const report = reportOf({ employer: null, filter: 'atRisk', standings: [short] });
  const { name, above, rows } = employerYearWorkbook(report);
  expect(name).toBe('全部学员 2026年度学时（有风险）');
  expect(above?.[1]).toBe('单位：全部学员');
  expect(above?.[2]).toContain('本表列出有风险的 1 人。');
  expect(rows[1]?.slice(0, 8)).toEqual([1, '李四', '测绘院', '0017', '无', 4, 20, 24]);
  expect(rows[2]?.slice(0, 8)).toEqual(['', '合计', '', '', '1 人', 4, 20, 24]);
  expect(employerYearPaper(report).landscape).toBe(true);
});
