import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BookType, read, write } from '@e965/xlsx';
import { AuthorityKeys } from '../../electron/services/authority/authority-keys.ts';
import { encodeBackup } from '../../electron/services/backups/backup-format.ts';
import { writeClassFile, writeMarksFile } from '../../electron/services/handovers/handover-files.ts';
import { chainHash } from '../../electron/services/journal/frame.ts';
import { noHash } from '../../electron/services/journal/segments.ts';
import { backupPublicKey, keyIdOf } from '../../electron/services/keys/derived-keys.ts';
import { lockKey } from '../../electron/services/keys/key-lock.ts';
import type { ReadingThread } from '../../electron/services/reading/tasks.ts';
import type { ParsedSheets } from '../../electron/services/sheets/parse-sheets.ts';
import { newBoxKeys } from '../../electron/services/surveys/answer-files.ts';
import { sealAnswers } from '../../renderer/survey-form/seal-answers.ts';
import { isSignedBy } from '../../shared/exchange/proof/is-signed-by.ts';
import { findSheet, rosterSheet } from '../../shared/exchange/roster/header.ts';
import { judgeRoster } from '../../shared/exchange/roster/verdicts.ts';
import { acknowledgementKind } from '../../shared/exchange/submission/acknowledgement.ts';
import { authorityCardKind } from '../../shared/exchange/submission/authority-card.ts';
import { readSignedFile, type SignedKind } from '../../shared/exchange/submission/signed-file.ts';
import { refusal } from '../../shared/refusals/index.ts';
import { handedClass, handedMarks } from '../support/handed-class.ts';
import { counted, packed } from '../support/packed-base.ts';
import { answerOf } from '../support/survey.ts';

/** A kind of file that others send: a valid one, and how it is read. */
export interface FuzzedKind {
  name: string;
  valid: Buffer;
  /** Whether it is a zip, whose entries a forger can change. */
  isZip: boolean;
  /** Whether what is read must be what was written: sealed, signed or chained. A sheet is whatever it says. */
  isProven: boolean;
  read(bytes: Buffer): Promise<unknown>;
}

const rosters = join(import.meta.dirname, '../fixtures/rosters');

/** Rows of a roster with their verdicts; every row has one. */
function judged({ sheets }: ParsedSheets): unknown {
  const found = findSheet(sheets, rosterSheet);
  if (!found) throw refusal('badInput', { where: '报名表', why: '没有找到表头' });
  const { sheet, header } = found;
  return judgeRoster(sheet, header, header.mapping, new Map(), '2026-11-24');
}

function signed<Content extends { publicKey: string }>(
  name: string,
  kind: SignedKind<Content>,
  text: string,
): FuzzedKind {
  return {
    name,
    valid: Buffer.from(text),
    isZip: false,
    isProven: true,
    read: async (bytes) => {
      const found = readSignedFile(kind, bytes, isSignedBy);
      if (!found.ok) throw refusal('acknowledgementUnreadable', { name, reason: found.why });
      return found.content;
    },
  };
}

/** Every kind of file that comes from elsewhere. */
export async function fuzzedKinds(thread: ReadingThread): Promise<FuzzedKind[]> {
  const tidy = await readFile(join(rosters, 'tidy.xlsx'));
  const sheet = (name: string, valid: Buffer, isZip: boolean): FuzzedKind => ({
    name,
    valid,
    isZip,
    isProven: false,
    read: async (bytes) => judged(await thread.run('sheets', { name, bytes })),
  });
  const as = (bookType: BookType) => Buffer.from(write(read(tidy), { bookType, type: 'buffer' }));
  const authority = new AuthorityKeys(randomBytes(32));
  const submission = await packed({ at: 0, learners: ['one', 'two'] }, counted(10, 12, 100));
  const code = 'ABCD-EFGH-2345';
  const key = 'ab'.repeat(32);
  const boxKeys = await newBoxKeys();
  const runId = '01990000-0000-7000-8000-000000000001';
  const form = { token: '01990000-0000-4000-8000-000000000002', code: null, answer: answerOf(5, '很好') };
  const root = randomBytes(32);
  const payloads = [Buffer.from('{"sequence":1}'), Buffer.from('{"sequence":2}')];
  const backup = await encodeBackup(
    {
      createdAt: '2026-11-24T04:00:00.000Z',
      reason: 'manual',
      version: '0.1.0',
      keyId: keyIdOf(root),
      recovery: await lockKey(root, 'secret'),
      passphrase: null,
    },
    backupPublicKey(root),
    { payloads, hash: payloads.reduce<Buffer>(chainHash, noHash) },
  );
  return [
    sheet('名册.xlsx', tidy, true),
    sheet('名册.csv', await readFile(join(rosters, 'tidy-gb18030.csv')), false),
    sheet('名册.xls', as('biff8'), false),
    sheet('名册.xlsb', as('xlsb'), true),
    sheet('名册.ods', as('ods'), true),
    sheet('名册.html', as('html'), false),
    {
      name: '报送包.zip',
      valid: submission.zip,
      isZip: true,
      isProven: true,
      read: async (bytes) => (await thread.run('package', { name: '报送包.zip', bytes })).manifestHash,
    },
    {
      name: '班级.jidi-class',
      valid: await writeClassFile(handedClass, code),
      isZip: false,
      isProven: true,
      read: (bytes) => thread.run('classFile', { name: '班级.jidi-class', bytes, code }),
    },
    {
      name: '点名.jidi-marks',
      valid: writeMarksFile(handedMarks, key),
      isZip: false,
      isProven: true,
      read: (bytes) =>
        thread.run('marksFile', {
          name: '点名.jidi-marks',
          bytes,
          keys: { [handedMarks.handoverId]: key },
        }),
    },
    {
      name: '答卷.answers.json',
      valid: Buffer.from(JSON.stringify(await sealAnswers(runId, boxKeys.publicKey, [form]))),
      isZip: false,
      isProven: true,
      read: (bytes) => thread.run('answers', { name: '答卷', bytes, runId, keys: boxKeys }),
    },
    {
      name: '备份',
      valid: backup,
      isZip: false,
      isProven: true,
      read: async (bytes) => (await thread.run('backup', { name: '备份', bytes, root })).payloads.length,
    },
    signed(
      '回执.json',
      acknowledgementKind,
      authority.acknowledgement({
        number: '1',
        authority: '自治区人社厅',
        baseCode: 'JD01',
        period: { from: '2026-01-01', to: '2026-12-31' },
        sequence: 1,
        manifestHash: submission.manifestHash,
        takenOn: '2027-01-20',
      }),
    ),
    signed('公钥卡.json', authorityCardKind, authority.card('自治区人社厅')),
  ];
}
