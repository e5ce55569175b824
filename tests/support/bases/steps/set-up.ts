import { administrator } from '../people.ts';
import type { Step } from './desk.ts';
import { loadSample, setUpBase } from './product.ts';

export const founded: Step = ({ found }) => found(administrator.name, administrator.password);

export const setUp: Step = async ({ execute }) => {
  await execute(setUpBase, {
    name: '内蒙古自治区工程技术继续教育基地',
    code: 'nmg01',
    approvalNumber: '内人社发〔2018〕12号',
    approvalDate: '2018-05-20',
    authority: '内蒙古自治区人力资源和社会保障厅',
    level: 'autonomousRegion',
    address: '呼和浩特市赛罕区学府路1号',
    regionCode: '1501',
    mongolianName: '',
  });
};

/** The sample that the app itself brings. */
export const sample: Step = async ({ execute }) => {
  await execute(loadSample, {});
};
