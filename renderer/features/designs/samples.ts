import type { Base } from '../../../shared/domain/base/base.ts';
import type { CertificateStatement } from '../../../shared/domain/certificates/certificate.ts';

export const sampleNames = { usual: '普通', longest: '最长', rarest: '最生僻' } as const;
export type SampleName = keyof typeof sampleNames;

const people: Record<
  SampleName,
  Pick<CertificateStatement, 'learnerName' | 'employerName' | 'classTitle' | 'result'>
> = {
  usual: {
    learnerName: '王建国',
    employerName: '呼和浩特市第一中学',
    classTitle: '测绘地理信息新技术研修班',
    result: '86 分（合格）',
  },
  longest: {
    learnerName: '阿拉坦格日勒图·乌力吉那仁朝格图',
    employerName: '内蒙古自治区鄂尔多斯市准格尔旗水土保持和生态环境综合治理工程技术研究推广服务中心',
    classTitle: '自然资源调查监测与生态环境综合治理新技术新方法高级研修班',
    result: '100 分（合格）',
  },
  rarest: {
    learnerName: '㛃䶮·𬭁',
    employerName: '内蒙古自治区地质调查院',
    classTitle: '测绘地理信息新技术研修班',
    result: '合格',
  },
};

/** A certificate of nobody, to look at a design by. */
export function sampleCertificate(
  { profile, signing }: Base,
  name: SampleName,
  today: string,
): CertificateStatement {
  return {
    proof: { generation: signing.generation },
    number: `${profile.code}-${today.slice(0, 4)}-000037`,
    baseName: profile.name,
    approvalNumber: profile.approvalNumber,
    documentKind: '居民身份证',
    documentNumber: '150102********1230',
    classNumber: '2026-03',
    startDate: `${today.slice(0, 4)}-09-05`,
    endDate: `${today.slice(0, 4)}-09-26`,
    years: [{ year: Number(today.slice(0, 4)), general: 4, professional: 12 }],
    generalHours: 4,
    professionalHours: 12,
    issueDate: today,
    replaces: null,
    photo: null,
    mongolianName: 'ᠴᠡᠴᠡᠭ',
    mongolianBaseName: profile.mongolianName || 'ᠦᠪᠦᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠰᠤᠷᠭᠠᠨ ᠬᠦᠮᠦᠵᠢᠯ ᠦᠨ ᠰᠠᠭᠤᠷᠢ',
    ...people[name],
  };
}
