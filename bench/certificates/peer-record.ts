import encodeQR from 'qr';
import type { CodedCertificate } from '../../electron/services/pdf/certificates/certificates.ts';
import { chineseDate, chinesePeriod } from '../../shared/domain/base/civil-date.ts';

/** What a peer of the bench is given of one certificate: its words ready, its QR code already worked out. */
export interface PeerRecord {
  base: string;
  approval: string;
  name: string;
  mongolianName: string;
  kind: string;
  document: string;
  employer: string;
  period: string;
  title: string;
  number: string;
  result: string;
  total: string;
  general: string;
  professional: string;
  serial: string;
  date: string;
  /** Modules a side, and the dark ones as row, first column and length. */
  modules: number;
  dark: [number, number, number][];
}

function darkRuns(rows: boolean[][]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (const [row, modules] of rows.entries()) {
    for (let column = 0; column < modules.length; ) {
      let end = column;
      while (modules[end]) end += 1;
      if (end > column) runs.push([row, column, end - column]);
      column = end + 1;
    }
  }
  return runs;
}

function peerRecord({ snapshot: one, code }: CodedCertificate): PeerRecord {
  const options = { ecc: 'medium', encoding: 'alphanumeric', mask: 2, border: 4 } as const;
  const rows = encodeQR(code ?? '', 'raw', options);
  return {
    base: one.baseName,
    approval: one.approvalNumber,
    name: one.learnerName,
    mongolianName: one.mongolianName,
    kind: one.documentKind,
    document: one.documentNumber,
    employer: one.employerName,
    period: chinesePeriod(one.startDate, one.endDate),
    title: one.classTitle,
    number: one.classNumber,
    result: one.result,
    total: String(one.generalHours + one.professionalHours),
    general: String(one.generalHours),
    professional: String(one.professionalHours),
    serial: one.number,
    date: chineseDate(one.issueDate),
    modules: rows.length,
    dark: darkRuns(rows),
  };
}

/** One file to be written by a peer. */
export interface PeerJob {
  path: string;
  base: string;
  approval: string;
  /** Column by column. */
  mongolianTitle: string[];
  mongolianBase: string[];
  certificates: PeerRecord[];
}

export function peerJob(path: string, coded: readonly CodedCertificate[]): PeerJob {
  const certificates = coded.map(peerRecord);
  return {
    path,
    base: certificates[0]?.base ?? '',
    approval: certificates[0]?.approval ?? '',
    mongolianTitle: ['ᠦᠷᠭᠦᠯᠵᠢᠯᠡᠭᠰᠡᠨ ᠰᠤᠷᠭᠠᠨ', 'ᠬᠦᠮᠦᠵᠢᠯ ᠦᠨ ᠦᠨᠡᠮᠯᠡᠯ'],
    mongolianBase: ['ᠦᠪᠦᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠰᠤᠷᠭᠠᠨ ᠬᠦᠮᠦᠵᠢᠯ', 'ᠦᠨ ᠰᠠᠭᠤᠷᠢ'],
    certificates,
  };
}
