import type { FacilityDetails } from '../../../shared/domain/base/facility.ts';
import type { TrainerDetails } from '../../../shared/domain/people/trainer.ts';
import type { CommandContext } from '../../database/command.ts';
import { addFacility } from '../facilities/facility-commands.ts';
import { addTrainer } from '../trainers/roster-commands.ts';

const common = { note: '', endedOn: null, proof: null };

const facilities: FacilityDetails[] = [
  { ...common, kind: 'organisation', name: '事业单位法人证书', documentNumber: '示事证第 1 号' },
  { ...common, kind: 'rule', name: '学员管理办法', documentNumber: '示继教〔2024〕3号' },
  { ...common, kind: 'staff', name: '周老师', position: '教务主任', phone: '0471-6000000' },
  {
    ...common,
    kind: 'premises',
    name: '培训楼',
    address: '示例市学府路1号',
    squareMetres: 2400,
    tenure: 'owned',
  },
  { ...common, kind: 'room', name: '培训楼 201', premises: '培训楼', capacity: 60 },
  { ...common, kind: 'room', name: '培训楼 305', premises: '培训楼', capacity: 30 },
  { ...common, kind: 'equipment', name: '投影仪', quantity: 8, location: '培训楼' },
  {
    ...common,
    kind: 'textbook',
    name: '工程技术人员继续教育读本',
    edition: '第三版',
    author: '',
    publisher: '',
    isbn: '',
    recommendedBy: '',
  },
];

function trainer(
  name: string,
  employerName: string,
  title: string,
  about: Partial<TrainerDetails>,
): TrainerDetails {
  return {
    employment: 'partTime',
    origin: 'inRegion',
    fields: [],
    subjects: [],
    certificates: [],
    photo: null,
    bankName: '',
    bankAccount: '',
    note: '',
    leftOn: null,
    learnerId: null,
    person: { name, employerName, title, titleLevel: 'senior', phone: '' },
    ...about,
  };
}

const trainers: TrainerDetails[] = [
  trainer('高教授', '示例大学', '教授', { fields: ['工程建设', '质量安全', '职业道德'] }),
  trainer('沈研究员', '外省示例研究院', '研究员', { origin: 'outOfRegion', fields: ['信息技术', '创新'] }),
  trainer('苏老师', '示例市工程技术继续教育基地', '正高级讲师', {
    employment: 'fullTime',
    fields: ['政策法规'],
  }),
];

/** What a made-up base has: premises, rooms, equipment, a textbook, and three trainers. */
export async function sampleFacilities(context: CommandContext): Promise<void> {
  for (const one of facilities) await addFacility.perform(one, context);
  for (const one of trainers) await addTrainer.perform(one, context);
}
