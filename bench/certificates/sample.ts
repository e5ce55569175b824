import type { DrawnWith } from '../../electron/services/pdf/certificates/certificates.ts';
import { rightPlace } from '../../shared/contract/designs.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificates/certificate.ts';
import { firstDesign } from '../../shared/domain/certificates/first-design.ts';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const givenNames = [...'英平艳明静勇丽强军磊洋杰娟涛超秀霞刚桂兰敏芳伟娜'];
const employers = [
  '呼和浩特市第一中学',
  '赤峰市农牧科学研究所',
  '包头市中心医院',
  '鄂尔多斯市测绘院',
  '内蒙古自治区地质调查院',
];

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export const firstDesignId = '01990000-0000-7000-8000-000000000002';

/** What certificates of the first design are drawn with. */
export const drawnByFirst: DrawnWith = {
  designs: [{ id: firstDesignId, design: firstDesign }],
  images: [],
  onBlank: false,
  place: rightPlace,
};

/** Certificates as a big class has them: names, numbers and employers differ, the rest is shared. */
export function sampleCertificates(count: number, from = 0): CertificateSnapshot[] {
  return Array.from({ length: count }, (_, offset) => from + offset).map((index) => ({
    designVersionId: firstDesignId,
    proof: { generation: 1 },
    number: `NMG01-2026-${String(index + 1).padStart(6, '0')}`,
    baseName: '内蒙古自治区工程技术继续教育基地',
    approvalNumber: '内人社发〔2018〕12号',
    learnerName: pick(surnames, index) + pick(givenNames, index * 7) + pick(givenNames, index * 11 + 3),
    documentKind: '居民身份证',
    documentNumber: `150102********${String(1000 + ((index * 37) % 9000))}`,
    employerName: pick(employers, index),
    classNumber: '2026-03',
    classTitle: '测绘地理信息新技术研修班',
    startDate: '2026-09-05',
    endDate: '2026-09-26',
    years: [{ year: 2026, general: 4, professional: 12 }],
    generalHours: 4,
    professionalHours: 12,
    result: `${60 + (index % 40)} 分（合格）`,
    issueDate: '2026-10-08',
    replaces: null,
    photo: null,
    mongolianName: '',
    mongolianBaseName: '',
  }));
}

const mongolianNames = ['ᠴᠡᠴᠡᠭ', 'ᠪᠠᠲᠤ', 'ᠣᠶᠤᠨ', 'ᠰᠠᠷᠠᠨ', 'ᠮᠥᠩᠬᠡ', 'ᠨᠠᠷᠠᠨ', 'ᠲᠡᠮᠦᠷ', 'ᠥᠯᠵᠡᠢ'];
export const bilingualDesignId = '01990000-0000-7000-8000-000000000001';

/** The same in both scripts; no two Mongolian names of a class need be alike. */
export function bilingualCertificates(count: number, from = 0): CertificateSnapshot[] {
  return sampleCertificates(count, from).map((snapshot, offset) => ({
    ...snapshot,
    designVersionId: bilingualDesignId,
    mongolianName: `${pick(mongolianNames, from + offset)} ${pick(mongolianNames, (from + offset) * 3 + 1)}`,
    mongolianBaseName: 'ᠦᠪᠦᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠰᠤᠷᠭᠠᠨ ᠬᠦᠮᠦᠵᠢᠯ ᠦᠨ ᠰᠠᠭᠤᠷᠢ',
  }));
}
