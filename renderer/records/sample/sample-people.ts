import { residentIdCheckCharacter } from '../../../shared/domain/people/resident-id.ts';

const people: [name: string, sex: 'male' | 'female', ethnicity: string, born: string][] = [
  ['乌云其木格', 'female', '蒙古族', '19850312'],
  ['王建国', 'male', '汉族', '19780620'],
  ['李秀兰', 'female', '汉族', '19821105'],
  ['巴特尔', 'male', '蒙古族', '19900128'],
  ['张伟', 'male', '汉族', '19870919'],
  ['张伟', 'male', '满族', '19930402'],
  ['斯琴高娃', 'female', '蒙古族', '19811223'],
  ['赵敏', 'female', '汉族', '19890708'],
  ['刘洋', 'male', '汉族', '19950316'],
  ['额尔敦·朝鲁', 'male', '蒙古族', '19760830'],
  ['陈静', 'female', '回族', '19880514'],
  ['孙志强', 'male', '汉族', '19800227'],
  ['那仁图雅', 'female', '蒙古族', '19911017'],
  ['周婷', 'female', '汉族', '19940609'],
  ['吴刚', 'male', '汉族', '19830401'],
  ['阿拉坦仓', 'male', '蒙古族', '19790915'],
  ['郑丽', 'female', '满族', '19861128'],
  ['马晓东', 'male', '回族', '19921220'],
  ['娜仁花', 'female', '蒙古族', '19840706'],
  ['冯磊', 'male', '汉族', '19910311'],
  ['其其格', 'female', '达斡尔族', '19891002'],
  ['韩雪', 'female', '汉族', '19960125'],
  ['宝音德力格尔', 'male', '蒙古族', '19770518'],
  ['单丽娟', 'female', '汉族', '19850829'],
];

const employers = ['示例市第一中学', '示例旗农牧业技术推广中心', '示例市人民医院', '示例勘测设计有限公司'];
const titles = [
  ['高级工程师', 'associateSenior'],
  ['工程师', 'intermediate'],
  ['助理工程师', 'assistant'],
  ['正高级工程师', 'senior'],
] as const;

function documentNumber(born: string, sex: 'male' | 'female', serial: number): string {
  const order = String(100 + serial * 2 + (sex === 'male' ? 1 : 0));
  // 159900 is no region of anywhere, so no sample number is a living person's.
  const first17 = `159900${born}${order}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** Made-up learners, two of one name among them. */
export const samplePeople = people.map(([name, sex, ethnicity, born], index) => {
  const [title, titleLevel] = titles[index % titles.length] ?? titles[0];
  return {
    name,
    sex,
    ethnicity,
    document: { kind: 'residentId' as const, number: documentNumber(born, sex, index) },
    employerName: employers[index % employers.length] ?? '',
    department: '',
    titleSeries: '工程',
    title,
    titleLevel,
    education: '本科',
    phone: '',
  };
});
